<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AssistPage</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Green channel · I need help</source>
        <comment>other language</comment>
        <translation>绿色通道 · 我需要帮助</translation>
    </message>
    <message>
        <source>Large print, voice</source>
        <comment>other language</comment>
        <translation>大字 · 语音引导</translation>
    </message>
    <message>
        <source>Military, fire service</source>
        <comment>other language</comment>
        <translation>军人 · 退役 · 消防</translation>
    </message>
    <message>
        <source>Pregnant, with a child</source>
        <comment>other language</comment>
        <translation>怀孕 · 带着孩子</translation>
    </message>
    <message>
        <source>Seated service</source>
        <comment>other language</comment>
        <translation>坐着等、坐着办</translation>
    </message>
    <message>
        <source>Sign language, writing</source>
        <comment>other language</comment>
        <translation>手语 · 文字交流</translation>
    </message>
    <message>
        <source>Slower, more explanation</source>
        <comment>other language</comment>
        <translation>慢一点 · 多解释</translation>
    </message>
    <message>
        <source>Somebody at my side</source>
        <comment>other language</comment>
        <translation>要人陪同</translation>
    </message>
    <message>
        <source>Something else, in person</source>
        <comment>other language</comment>
        <translation>其他，当面再说</translation>
    </message>
    <message>
        <source>Vibrating pager</source>
        <comment>other language</comment>
        <translation>振动提醒</translation>
    </message>
    <message>
        <source>Wheelchair, mobility</source>
        <comment>other language</comment>
        <translation>轮椅 · 行动不便</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message numerus="yes">
        <source>%n of 4, one number for all</source>
        <translation>
            <numerusform>%n of 4, one number for all</numerusform>
            <numerusform>%n of 4, one number for all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>We are closed for today</source>
        <comment>other language</comment>
        <translation>今天的营业已结束</translation>
    </message>
    <message>
        <source>We are closed today</source>
        <comment>other language</comment>
        <translation>今天不营业</translation>
    </message>
    <message>
        <source>We are not open yet</source>
        <comment>other language</comment>
        <translation>还没有到营业时间</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Ahead</source>
        <comment>other language</comment>
        <translation>前面</translation>
    </message>
    <message>
        <source>All done</source>
        <comment>other language</comment>
        <translation>全部办完</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>other language</comment>
        <translation>预计叫号</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>other language</comment>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>Whole visit</source>
        <comment>other language</comment>
        <translation>全程约需</translation>
    </message>
</context>
<context>
    <name>GradePage</name>
    <message>
        <source>Dissatisfied</source>
        <comment>other language</comment>
        <translation>不满意</translation>
    </message>
    <message>
        <source>How was it?</source>
        <comment>other language</comment>
        <translation>请您评价</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <comment>other language</comment>
        <translation>满意</translation>
    </message>
    <message>
        <source>So-so</source>
        <comment>other language</comment>
        <translation>一般</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <comment>other language</comment>
        <translation>非常满意</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Please choose a service</source>
        <comment>other language</comment>
        <translation>请选择业务</translation>
    </message>
    <message>
        <source>{0}, one tap</source>
        <comment>other language</comment>
        <translation>一键取号 · {0}</translation>
    </message>
</context>
<context>
    <name>KioskWords</name>
    <message numerus="yes">
        <source>%n choices.</source>
        <translation>
            <numerusform>%n choice.</numerusform>
            <numerusform>%n choices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things, one number</source>
        <translation>
            <numerusform>%n thing, one number</numerusform>
            <numerusform>%n things, one number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>General</source>
        <comment>other language</comment>
        <translation>一般业务</translation>
    </message>
    <message>
        <source>General services</source>
        <comment>other language</comment>
        <translation>一般业务</translation>
    </message>
    <message>
        <source>Special</source>
        <comment>other language</comment>
        <translation>特殊业务</translation>
    </message>
    <message>
        <source>Special services</source>
        <comment>other language</comment>
        <translation>特殊业务</translation>
    </message>
    <message>
        <source>Value-added</source>
        <comment>other language</comment>
        <translation>增值服务</translation>
    </message>
    <message>
        <source>Value-added services</source>
        <comment>other language</comment>
        <translation>增值服务</translation>
    </message>
</context>
<context>
    <name>NoSlipPage</name>
    <message>
        <source>Take a photo of this page</source>
        <comment>other language</comment>
        <translation>拍下这一页就行</translation>
    </message>
    <message>
        <source>Your number is valid · no paper slip</source>
        <comment>other language</comment>
        <translation>您的号码有效 · 没有纸票</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>One moment, please</source>
        <comment>other language</comment>
        <translation>请稍候，马上就好</translation>
    </message>
    <message>
        <source>Welcome</source>
        <comment>other language</comment>
        <translation>欢迎光临</translation>
    </message>
</context>
<context>
    <name>PickPage</name>
    <message>
        <source>Choose up to 4 services</source>
        <comment>other language</comment>
        <translation>办多项业务 · 最多选 4 项</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Check your visit</source>
        <comment>other language</comment>
        <translation>请确认，一个号办多项</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>Rate your visit</source>
        <comment>other language</comment>
        <translation>评价服务</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Check, then take your number</source>
        <comment>other language</comment>
        <translation>请确认后取号</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Thank you</source>
        <comment>other language</comment>
        <translation>谢谢</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <comment>other language</comment>
        <translation>谢谢您的评价</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Your number is ready</source>
        <comment>other language</comment>
        <translation>取号成功</translation>
    </message>
</context>
<context>
    <name>TierPage</name>
    <message>
        <source>All services · choose one</source>
        <comment>other language</comment>
        <translation>全部业务 · 选一项</translation>
    </message>
    <message>
        <source>{0} · choose one</source>
        <comment>other language</comment>
        <translation>{0} · 选一项</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>No numbers for a moment</source>
        <comment>other language</comment>
        <translation>暂时不能取号</translation>
    </message>
    <message>
        <source>This machine cannot give numbers now</source>
        <comment>other language</comment>
        <translation>这台机器暂时不能取号</translation>
    </message>
</context>
<context>
    <name>UrgentPage</name>
    <message>
        <source>Help at once</source>
        <comment>other language</comment>
        <translation>马上有人帮您</translation>
    </message>
    <message>
        <source>Tell the lobby manager now</source>
        <comment>other language</comment>
        <translation>请马上告诉大堂经理</translation>
    </message>
</context>
</TS>
