<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>PreviewCard</name>
        <message>
            <source>If the last days had been called by the draft</source>
            <translation>若最近几日按草稿叫号</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) played again · {0}</source>
            <translation>
                <numerusform>重放 %n 张号票 · {0}</numerusform>
            </translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>号票</translation>
        </message>
        <message>
            <source>On target now</source>
            <translation>达标 现行</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>达标 草稿</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <source>P90 min</source>
            <translation>P90 分</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>受益</translation>
        </message>
        <message>
            <source>Lose</source>
            <translation>受损</translation>
        </message>
        <message>
            <source>Playing the last days again …</source>
            <translation>正在重放最近几日…</translation>
        </message>
        <message>
            <source>No past day has been recorded yet.</source>
            <translation>还没有可重放的日子。</translation>
        </message>
        <message>
            <source>Nobody's wait changes by 15 s or more.</source>
            <translation>没有人的等候变化达到 15 秒。</translation>
        </message>
        <message>
            <source>&lt;b&gt;{0}&lt;/b&gt; customers are called {1} min sooner on average, &lt;b&gt;{2}&lt;/b&gt; are called {3} min later; {4} of them are pushed over their target. Changes below 15 s do not count.</source>
            <translation>&lt;b&gt;{0}&lt;/b&gt; 位客户平均早叫到 {1} 分；&lt;b&gt;{2}&lt;/b&gt; 位平均晚叫到 {3} 分，其中 {4} 位由目标内变为超时。15 秒以内的变化不计。</translation>
        </message>
        <message>
            <source>Worst: {0} {1} of {2} from {3} to {4} min.</source>
            <translation>最坏一例：{0} {1}（{2}）由 {3} 变为 {4} 分。</translation>
        </message>
    </context>
</TS>
