<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>AnswerCard</name>
        <message>
            <source>P90 wait of the next two hours</source>
            <translation>今后两小时的 P90 等候</translation>
        </message>
        <message>
            <source>Read: nine of ten customers wait less than the line.</source>
            <translation>读法：10 位客户约 9 位等得比线短。</translation>
        </message>
        <message>
            <source>working it out …</source>
            <translation>计算中…</translation>
        </message>
        <message numerus="yes">
            <source>dotted: as it is · line: what if · bands 95% · %n plays</source>
            <translation>
                <numerusform>虚线现在 · 实线假如 · 阴影 95% 区间 · %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>highest {0} → {1} min</source>
            <translation>最高 {0} → {1} 分</translation>
        </message>
        <message>
            <source>Nobody is expected</source>
            <translation>预计无人到店</translation>
        </message>
        <message>
            <source>Within target, everybody</source>
            <translation>目标内（全部）</translation>
        </message>
        <message>
            <source>{0} to {1} points</source>
            <translation>{0} 至 {1} 个百分点</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Counters busy</source>
            <translation>窗口利用率</translation>
        </message>
        <message>
            <source>of the time they work</source>
            <translation>占在岗时间</translation>
        </message>
        <message>
            <source>Counter hours more</source>
            <translation>多用窗口时</translation>
        </message>
        <message>
            <source>until the curves end</source>
            <translation>到曲线结束为止</translation>
        </message>
        <message>
            <source>Passed by priority</source>
            <translation>普通客户被超过</translation>
        </message>
        <message>
            <source>minutes later at most</source>
            <translation>最多晚到分钟数</translation>
        </message>
    </context>
    <context>
        <name>WhatIfPanel</name>
        <message>
            <source>What if …</source>
            <translation>假如……</translation>
        </message>
        <message>
            <source>the tick is now</source>
            <translation>竖线为现在</translation>
        </message>
        <message>
            <source>Cash counters</source>
            <translation>现金窗口</translation>
        </message>
        <message>
            <source>Non-cash counters</source>
            <translation>非现金窗口</translation>
        </message>
        <message>
            <source>usual {0}</source>
            <translation>平日 {0}</translation>
        </message>
        <message>
            <source>Customers coming</source>
            <translation>到店人数</translation>
        </message>
        <message>
            <source>Head start of legal priority</source>
            <translation>法定优先领先值</translation>
        </message>
        <message>
            <source>Do it</source>
            <translation>按此执行</translation>
        </message>
        <message>
            <source>Back to now</source>
            <translation>恢复现在</translation>
        </message>
    </context>
</TS>
