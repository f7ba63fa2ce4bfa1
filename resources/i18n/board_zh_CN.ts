<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardTexts</name>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>non-cash</source>
        <translation>非现金</translation>
    </message>
    <message>
        <source>wealth · loans</source>
        <translation>理财 贷款</translation>
    </message>
    <message>
        <source>corporate</source>
        <translation>对公</translation>
    </message>
    <message>
        <source>Counter {0}</source>
        <translation>到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Window {0}</source>
        <translation>到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Desk {0}</source>
        <translation>到 {0} 号柜台</translation>
    </message>
    <message>
        <source>Room {0}</source>
        <translation>到 {0} 号洽谈室</translation>
    </message>
    <message>
        <source>{place} · {kind}</source>
        <translation>{kind_here} · {place}, {kind}</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>Now calling</source>
        <translation>请 / Now calling</translation>
    </message>
    <message>
        <source>Next announcement</source>
        <translation>即将播报 / Next announcement</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Notice {0} / {1}</source>
        <translation>公示 Notice {0} / {1}</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Please take a ticket</source>
        <translation>请到取号机取号</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在 / Now</translation>
    </message>
    <message>
        <source>No wait</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>Your number will be called</source>
        <translation>请留意叫号</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>请您稍候</translation>
    </message>
    <message>
        <source>All tickets will be served</source>
        <translation>已取号的都会办理</translation>
    </message>
    <message>
        <source>No more tickets</source>
        <translation>停止取号</translation>
    </message>
    <message>
        <source>Please listen to our staff</source>
        <translation>请听工作人员叫号</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The branch is closed now</source>
        <translation>现在不营业</translation>
    </message>
    <message>
        <source>Next opening</source>
        <translation>下次营业 / Next opening</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>暂停营业</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>Tomorrow {0}</source>
        <translation>明天 {0}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date, as Qt writes it</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Ticket</source>
        <translation>号码 Ticket</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口 Counter</translation>
    </message>
</context>
<context>
    <name>PausedRow</name>
    <message>
        <source>Paused, back {0}</source>
        <translation>暂停，{0} 恢复</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停 Paused</translation>
    </message>
</context>
<context>
    <name>CountersRow</name>
    <message>
        <source>Paused</source>
        <translation>暂停服务</translation>
    </message>
</context>
<context>
    <name>CountersPanel</name>
    <message>
        <source>Counters</source>
        <translation>窗口 Counters</translation>
    </message>
</context>
<context>
    <name>WeekLine</name>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>WeekPanel</name>
    <message>
        <source>Opening hours</source>
        <translation>营业时间 Opening hours</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Updated {0}</source>
        <translation>更新 {0}</translation>
    </message>
    <message>
        <source>New calls do not arrive here at present</source>
        <translation>这里暂时收不到新叫号 · No new calls arrive here now</translation>
    </message>
    <message>
        <source>{tier} &lt;b&gt;no wait&lt;/b&gt;</source>
        <translation>{tier} &lt;b&gt;立即办理&lt;/b&gt;</translation>
    </message>
    <message>
        <source>{tier} &lt;b&gt;{n}&lt;/b&gt; waiting</source>
        <translation>{tier} &lt;b&gt;{n}&lt;/b&gt; 人</translation>
    </message>
    <message>
        <source>&lt;b&gt;{n}&lt;/b&gt; waiting · &lt;b&gt;{low}–{high}&lt;/b&gt; min</source>
        <translation>{tier} &lt;b&gt;{n}&lt;/b&gt; 人 · 约 &lt;b&gt;{low}–{high}&lt;/b&gt; 分</translation>
    </message>
    <message>
        <source>&lt;b&gt;{n}&lt;/b&gt; · &lt;b&gt;{low}–{high}&lt;/b&gt; min</source>
        <translation>{tier} &lt;b&gt;{n}&lt;/b&gt; 人 · &lt;b&gt;{low}–{high}&lt;/b&gt; 分</translation>
    </message>
    <message>
        <source>&lt;b&gt;{n}&lt;/b&gt; · &lt;b&gt;{low}–{high}&lt;/b&gt; min</source>
        <comment>shortest</comment>
        <translation>{tier} &lt;b&gt;{n}&lt;/b&gt; · &lt;b&gt;{low}–{high}&lt;/b&gt; 分</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>特殊</translation>
    </message>
    <message>
        <source>Value-added</source>
        <translation>增值</translation>
    </message>
</context>
</TS>
