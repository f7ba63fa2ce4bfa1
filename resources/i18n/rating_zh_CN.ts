<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>RatingWords</name>
    <message>
        <source>How was it today?</source>
        <translation>请您评价本次服务</translation>
    </message>
    <message>
        <source>Touch one. No name is kept.</source>
        <translation>点一下即可，不记录姓名</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>Your word helps us to do better.</source>
        <translation>您的意见帮助我们做得更好</translation>
    </message>
    <message>
        <source>We are sorry. The lobby manager will look into it.</source>
        <translation>很抱歉没能让您满意，大堂经理会跟进</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Counter {0}</source>
        <translation>{0} 号窗口</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不评价</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
</context>
</TS>
