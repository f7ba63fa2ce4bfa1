<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>AdviceCard</name>
        <message>
            <source>Advice: {0}</source>
            <translation>建议：{0}</translation>
        </message>
        <message>
            <source>as it is</source>
            <translation>维持</translation>
        </message>
        <message>
            <source>then</source>
            <translation>之后</translation>
        </message>
        <message>
            <source>difference (95%)</source>
            <translation>成对差（95% 区间）</translation>
        </message>
        <message>
            <source>Again in 5 min</source>
            <translation>5 分后再说</translation>
        </message>
    </context>
    <context>
        <name>ScoreBody</name>
        <message>
            <source>{0} said {1} came {2}</source>
            <translation>{0} 说 {1} 实 {2}</translation>
        </message>
    </context>
    <context>
        <name>ScoreCard</name>
        <message numerus="yes">
            <source>{0} of %n came as promised · minutes</source>
            <translation>
                <numerusform>近 %n 条，{0} 条落在所报区间 · 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>Advice that was followed</source>
            <translation>建议兑现</translation>
        </message>
    </context>
</TS>
