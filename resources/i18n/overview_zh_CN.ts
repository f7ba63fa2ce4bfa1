<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>AccuracyPanel</name>
        <message>
            <source>Forecast accuracy</source>
            <translation>预测准确度</translation>
        </message>
        <message>
            <source>published {0}</source>
            <translation>{0} 发布</translation>
        </message>
        <message>
            <source>No forecast has been scored yet today</source>
            <translation>今天还没有可核对的预测</translation>
        </message>
        <message>
            <source>Too few to judge: {0} of {1} came true</source>
            <translation>样本少，暂不评：{1} 次中 {0} 次说中</translation>
        </message>
        <message>
            <source>&lt;b&gt;{0}&lt;/b&gt; of 100 waits ended inside the published range, aim 80</source>
            <translation>100 次里说中 &lt;b&gt;{0}&lt;/b&gt; 次，目标 80 次</translation>
        </message>
        <message>
            <source>judged from {0} on</source>
            <translation>满 {0} 次起评</translation>
        </message>
        <message>
            <source>{0} of {1} today</source>
            <translation>今日 {0} / {1}</translation>
        </message>
        <message>
            <source>95% interval {0}–{1}%</source>
            <translation>95% 区间 {0}–{1}%</translation>
        </message>
        <message>
            <source>ranges too tight</source>
            <translation>范围报得太窄</translation>
        </message>
        <message>
            <source>ranges too wide</source>
            <translation>范围报得太宽</translation>
        </message>
    </context>
    <context>
        <name>Act</name>
        <message>
            <source>Print again</source>
            <translation>重打号票</translation>
        </message>
        <message>
            <source>Move to…</source>
            <translation>改派…</translation>
        </message>
        <message>
            <source>Add a service…</source>
            <translation>加办业务…</translation>
        </message>
        <message>
            <source>Is here</source>
            <translation>人已到</translation>
        </message>
        <message>
            <source>Back into the queue</source>
            <translation>重新排队</translation>
        </message>
        <message>
            <source>Take the call back</source>
            <translation>撤回叫号</translation>
        </message>
        <message>
            <source>Grant priority…</source>
            <translation>给予优先…</translation>
        </message>
        <message>
            <source>Take priority back</source>
            <translation>撤销优先</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>已离开</translation>
        </message>
        <message>
            <source>Cancel ticket</source>
            <translation>取消号票</translation>
        </message>
    </context>
    <context>
        <name>ActKeys</name>
        <message>
            <source>Again: {0}</source>
            <translation>再按一次：{0}</translation>
        </message>
    </context>
    <context>
        <name>AlertPanel</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n 条未处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Nothing needs attention</source>
            <translation>暂无需要处理的事</translation>
        </message>
        <message>
            <source>All within target</source>
            <translation>全部在目标内</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertTexts</name>
        <message>
            <source>The database cannot be used</source>
            <translation>数据库不可用</translation>
        </message>
        <message>
            <source>The clock was set back</source>
            <translation>本机时钟被调回</translation>
        </message>
        <message numerus="yes">
            <source>%n people past their target</source>
            <translation>
                <numerusform>%n 人超过目标等候</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No counter open for %n tickets</source>
            <translation>
                <numerusform>%n 个号无窗口可办</numerusform>
            </translation>
        </message>
        <message>
            <source>The day is closed</source>
            <translation>今日已日终</translation>
        </message>
        <message>
            <source>Tickets start again tomorrow</source>
            <translation>下一营业日重新取号</translation>
        </message>
        <message>
            <source>Open elastic counter {0}</source>
            <translation>开放 {0} 号弹性窗口</translation>
        </message>
        <message>
            <source>Elastic counter {0} may close</source>
            <translation>{0} 号弹性窗口可关闭</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for it, longest {0} min</source>
            <translation>
                <numerusform>可办 %n 人，最长 {0} 分</numerusform>
            </translation>
        </message>
        <message>
            <source>Counter {0} takes longer than usual</source>
            <translation>{0} 号办理超出通常</translation>
        </message>
        <message>
            <source>Counter {0} is free and does not call</source>
            <translation>{0} 号空闲而未叫号</translation>
        </message>
        <message>
            <source>Somebody has waited for it for {0}; ask there, or pause it</source>
            <translation>有人可在此办理，已等 {0} · 请到窗口询问，或设为暂停</translation>
        </message>
        <message>
            <source>Counter {0} called, nothing since</source>
            <translation>{0} 号已叫号，尚无后续</translation>
        </message>
        <message>
            <source>{0} was called {1} ago; start it or mark a no-show</source>
            <translation>{0} 已叫 {1} · 请开始办理或过号</translation>
        </message>
        <message>
            <source>call them next or open a counter</source>
            <translation>请尽快叫号或增开窗口</translation>
        </message>
        <message>
            <source>{0} is next</source>
            <translation>{0} 即将叫到</translation>
        </message>
        <message>
            <source>{0} called in {1}–{2} min</source>
            <translation>{0} 约 {1}–{2} 分叫号</translation>
        </message>
        <message>
            <source>nobody here has the skill it needs</source>
            <translation>无人持有所需资格</translation>
        </message>
        <message>
            <source>open counter {0}</source>
            <translation>请开放 {0} 号</translation>
        </message>
        <message>
            <source>threshold met for {0} min (asks {1})</source>
            <translation>已满 {0} 分（门槛 {1} 分）</translation>
        </message>
        <message>
            <source>{0} {1}: {2}, usually {3}–{4} min · ask whether an approval is needed</source>
            <translation>{0} {1} {2}，通常 {3}–{4} 分 · 询问是否需授权</translation>
        </message>
        <message>
            <source>Keep one screen of this branch open; ranges shown are older</source>
            <translation>请保持本网点至少一个屏幕开启；所示范围为旧值</translation>
        </message>
        <message>
            <source>No forecast published yet</source>
            <translation>尚未发布预测</translation>
        </message>
        <message>
            <source>Forecast is {0} min old</source>
            <translation>预测已 {0} 分钟未更新</translation>
        </message>
    </context>
    <context>
        <name>ChartPanel</name>
        <message>
            <source>Waits today</source>
            <translation>今日等候</translation>
        </message>
        <message>
            <source>min · solid median, dotted P90</source>
            <translation>分钟 · 实线中位，虚线 P90</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Arrivals</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>target {0} min</source>
            <translation>目标 {0} 分</translation>
        </message>
        <message>
            <source>Nobody called yet</source>
            <translation>尚未叫号</translation>
        </message>
        <message numerus="yes">
            <source>Arrivals: %n today</source>
            <translation>
                <numerusform>到店：今日 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in this quarter-hour</source>
            <translation>
                <numerusform>本刻钟 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the one before</source>
            <translation>
                <numerusform>上一刻钟 %n 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message>
            <source>Before the ticket: tick what is there</source>
            <translation>取号前核对：有的请勾</translation>
        </message>
        <message>
            <source>Talked it over</source>
            <translation>已先沟通</translation>
        </message>
        <message>
            <source>Not seen yet: {0}</source>
            <translation>还没见到：{0}</translation>
        </message>
        <message>
            <source>Nobody at an open counter holds: {0}</source>
            <translation>在岗窗口无人具备：{0}</translation>
        </message>
        <message>
            <source>Needs {0}: at counter {1}</source>
            <translation>需要{0}：{1} 号窗口可办</translation>
        </message>
        <message>
            <source>No counter open for {0}: open {1}</source>
            <translation>{0}没有窗口开放：可开 {1} 号</translation>
        </message>
        <message>
            <source>No counter of this branch serves {0}</source>
            <translation>本网点不办{0}</translation>
        </message>
        <message>
            <source>{0} is open {1} only</source>
            <translation>{0}只在 {1} 办理</translation>
        </message>
        <message>
            <source>A second person has to approve, and nobody else is there</source>
            <translation>须第二人授权，现在没有别人在岗</translation>
        </message>
        <message>
            <source>A second person approves at the counter</source>
            <translation>窗口须第二人授权</translation>
        </message>
    </context>
    <context>
        <name>CounterFaces</name>
        <message>
            <source>closes after this</source>
            <translation>办完关闭</translation>
        </message>
        <message>
            <source>{0} / {1}</source>
            <comment>timer / usual minutes</comment>
            <translation>{0} / {1} 分</translation>
        </message>
        <message>
            <source>no-show in {0}</source>
            <translation>{0} 可过号</translation>
        </message>
        <message>
            <source>Call {0}</source>
            <translation>叫号 {0} 次</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>may open at once</source>
            <translation>可立即开放</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>{0}</source>
            <comment>paused since</comment>
            <translation>{0} 起</translation>
        </message>
        <message>
            <source>back {0}</source>
            <translation>{0} 返回</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>暂停</translation>
        </message>
        <message numerus="yes">
            <source>%n served today</source>
            <translation>
                <numerusform>今日办结 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>EmergencyPage</name>
        <message>
            <source>Emergency ticket</source>
            <translation>紧急取号</translation>
        </message>
        <message>
            <source>On your word, before everybody else. One tap issues.</source>
            <translation>凭您一句话，排在所有人之前。点一下即取号。</translation>
        </message>
        <message>
            <source>Another service</source>
            <translation>其他业务</translation>
        </message>
        <message>
            <source>Stop payment</source>
            <translation>止付 / 挂失</translation>
        </message>
        <message>
            <source>Cash for a medical emergency</source>
            <translation>急救用款</translation>
        </message>
        <message>
            <source>Fraud under way</source>
            <translation>正在被诈骗</translation>
        </message>
        <message>
            <source>at counter {0}</source>
            <translation>{0} 号窗口</translation>
        </message>
        <message>
            <source>no counter open that serves it</source>
            <translation>没有可办的窗口开放</translation>
        </message>
    </context>
    <context>
        <name>FindPage</name>
        <message>
            <source>Tickets with {0}</source>
            <translation>含 {0} 的号票</translation>
        </message>
    </context>
    <context>
        <name>GreenCase</name>
        <message>
            <source>Seen:</source>
            <translation>见到：</translation>
        </message>
        <message>
            <source>Confirm priority</source>
            <translation>确认优先</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>不予优先</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销优先</translation>
        </message>
    </context>
    <context>
        <name>GreenPage</name>
        <message>
            <source>Green channel</source>
            <translation>绿色通道</translation>
        </message>
        <message>
            <source>To confirm {0}</source>
            <translation>待确认 {0}</translation>
        </message>
        <message>
            <source>Granted {0}</source>
            <translation>已确认 {0}</translation>
        </message>
        <message>
            <source>Refused {0}</source>
            <translation>未予优先 {0}</translation>
        </message>
        <message>
            <source>None of the tickets in the hall</source>
            <translation>大堂里没有这样的号票</translation>
        </message>
        <message>
            <source>Open the ticket</source>
            <translation>打开号票</translation>
        </message>
    </context>
    <context>
        <name>GreenPanel</name>
        <message>
            <source>counted already · {0}</source>
            <translation>已暂按优先 · {0}</translation>
        </message>
        <message>
            <source>not counted yet · {0}</source>
            <translation>尚未计入 · {0}</translation>
        </message>
        <message>
            <source>Green channel to confirm</source>
            <translation>绿色通道待确认</translation>
        </message>
        <message numerus="yes">
            <source>%n more to confirm</source>
            <translation>
                <numerusform>还有 %n 个待确认</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GreenPicker</name>
        <message>
            <source>What was seen of it?</source>
            <translation>见到了什么？</translation>
        </message>
    </context>
    <context>
        <name>HeadBar</name>
        <message>
            <source>ddd d MMM</source>
            <translation>M月d日 ddd</translation>
        </message>
        <message>
            <source>{0} · Lobby overview</source>
            <translation>{0} · 大堂总览</translation>
        </message>
        <message>
            <source>No database</source>
            <translation>数据库不可用</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>Lobby manager {0}</source>
            <translation>大堂经理 {0}</translation>
        </message>
    </context>
    <context>
        <name>IssuedCard</name>
        <message>
            <source>People ahead</source>
            <translation>前面人数</translation>
        </message>
        <message>
            <source>{0}, to be confirmed</source>
            <translation>{0}，待确认</translation>
        </message>
        <message>
            <source>Next customer</source>
            <translation>下一位客户</translation>
        </message>
        <message>
            <source>Open the ticket</source>
            <translation>打开号票</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>即到</translation>
        </message>
        <message>
            <source>Range, min</source>
            <translation>预计 分</translation>
        </message>
        <message>
            <source>Called about</source>
            <translation>大约几点</translation>
        </message>
    </context>
    <context>
        <name>IssuePage</name>
        <message>
            <source>Issue a ticket</source>
            <translation>代客取号</translation>
        </message>
        <message>
            <source>One after another</source>
            <translation>按顺序办</translation>
        </message>
        <message>
            <source>In any order</source>
            <translation>不分先后</translation>
        </message>
        <message>
            <source>Add a service</source>
            <translation>再加一项业务</translation>
        </message>
        <message>
            <source>Issue ticket</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Issue all the same</source>
            <translation>仍然取号</translation>
        </message>
        <message>
            <source>Helps: {0}</source>
            <translation>所需帮助：{0} 项</translation>
        </message>
        <message>
            <source>What helps</source>
            <translation>所需帮助</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>优先</translation>
        </message>
    </context>
    <context>
        <name>IssuingPage</name>
        <message>
            <source>No printer here: tell or write the number.</source>
            <translation>本机没有打印机：请告知或手写号码。</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>正在打印…</translation>
        </message>
        <message>
            <source>The slip is printed.</source>
            <translation>号票已打印。</translation>
        </message>
    </context>
    <context>
        <name>KpiRow</name>
        <message>
            <source>nobody</source>
            <translation>无人等候</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等候人数</translation>
        </message>
        <message>
            <source>green</source>
            <comment>short</comment>
            <translation>绿</translation>
        </message>
        <message>
            <source>G</source>
            <comment>short</comment>
            <translation>一般</translation>
        </message>
        <message>
            <source>S</source>
            <comment>short</comment>
            <translation>特殊</translation>
        </message>
        <message>
            <source>V</source>
            <comment>short</comment>
            <translation>增值</translation>
        </message>
        <message>
            <source>B</source>
            <comment>short</comment>
            <translation>对公</translation>
        </message>
        <message>
            <source>Longest wait</source>
            <translation>最长等候</translation>
        </message>
        <message>
            <source>target {0}</source>
            <translation>目标 {0} 分</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 人超时</numerusform>
            </translation>
        </message>
        <message>
            <source>Median / P90 wait</source>
            <translation>等候中位 / P90</translation>
        </message>
        <message>
            <source>nobody called yet</source>
            <translation>尚未叫号</translation>
        </message>
        <message numerus="yes">
            <source>%n called today</source>
            <translation>
                <numerusform>今日叫到 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Within target</source>
            <translation>目标内达成</translation>
        </message>
        <message>
            <source>today {0} / {1}</source>
            <translation>今日 {0} / {1}</translation>
        </message>
        <message>
            <source>Green channel wait</source>
            <translation>绿色通道等候</translation>
        </message>
        <message>
            <source>nobody yet today</source>
            <translation>今日尚无</translation>
        </message>
        <message numerus="yes">
            <source>%n today</source>
            <translation>
                <numerusform>今日 %n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of all</source>
            <translation>占 {0}</translation>
        </message>
        <message>
            <source>Forecast in range</source>
            <translation>预测落在范围</translation>
        </message>
        <message>
            <source>nothing to score yet</source>
            <translation>尚无可核对</translation>
        </message>
        <message>
            <source>today {0} / {1} · aim 80%</source>
            <translation>今日 {0} / {1} · 目标 80%</translation>
        </message>
        <message>
            <source>Too few</source>
            <translation>样本少</translation>
        </message>
    </context>
    <context>
        <name>Lane</name>
        <message>
            <source>Green</source>
            <translation>绿色</translation>
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
        <message>
            <source>Corporate</source>
            <translation>对公</translation>
        </message>
        <message>
            <source>Not in queue</source>
            <translation>不在队列</translation>
        </message>
        <message>
            <source>No. {0}</source>
            <translation>{0} 号</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} 分</translation>
        </message>
    </context>
    <context>
        <name>LobbyDesk</name>
        <message>
            <source>Issue</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>紧急</translation>
        </message>
        <message>
            <source>Noted. No printer here: write {0} down.</source>
            <translation>已登记。本机没有打印机：请手写 {0}。</translation>
        </message>
        <message>
            <source>{0} is printed again.</source>
            <translation>{0} 已重打。</translation>
        </message>
    </context>
    <context>
        <name>OverviewScreen</name>
        <message>
            <source>Lobby overview</source>
            <translation>大堂总览</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Queues</source>
            <translation>等候队列</translation>
        </message>
        <message>
            <source>! past target</source>
            <translation>! 超过目标</translation>
        </message>
        <message>
            <source>past 75% of it</source>
            <translation>超过目标 75%</translation>
        </message>
        <message>
            <source>? to be confirmed</source>
            <translation>? 待确认</translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n calls to return</source>
            <translation>
                <numerusform>余 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>late {0} · {1}</source>
            <translation>过号 {0} {1}</translation>
        </message>
        <message>
            <source>planned {0}</source>
            <translation>后续 {0}</translation>
        </message>
        <message>
            <source>held {0} {1}</source>
            <translation>挂起 {0} {1}</translation>
        </message>
        <message>
            <source>back {0}</source>
            <translation>回 {0}</translation>
        </message>
        <message>
            <source>fetching papers</source>
            <translation>去取材料</translation>
        </message>
        <message>
            <source>papers left here</source>
            <translation>材料留柜</translation>
        </message>
        <message>
            <source>back office</source>
            <translation>后台审核</translation>
        </message>
        <message>
            <source>{0} served</source>
            <translation>办结 {0}</translation>
        </message>
        <message>
            <source>{0} at counters</source>
            <translation>窗口 {0}</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>等候 {0}</translation>
        </message>
        <message>
            <source>{0} on hold</source>
            <translation>挂起 {0}</translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation>过号 {0}</translation>
        </message>
        <message>
            <source>{0} planned</source>
            <translation>后续 {0}</translation>
        </message>
        <message>
            <source>{0} left</source>
            <translation>离开 {0}</translation>
        </message>
        <message>
            <source>{0} cancelled</source>
            <translation>取消 {0}</translation>
        </message>
        <message>
            <source>{0} expired</source>
            <translation>作废 {0}</translation>
        </message>
        <message>
            <source>{0} closed with the day</source>
            <translation>日终未办 {0}</translation>
        </message>
        <message>
            <source>Issued today {0} = {1}</source>
            <translation>今日取号 {0} = {1}</translation>
        </message>
        <message numerus="yes">
            <source>%n of yesterday besides</source>
            <translation>
                <numerusform>另有昨日 %n 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ServicePicker</name>
        <message>
            <source>Code, name or pinyin letters</source>
            <translation>代码、名称或拼音首字母</translation>
        </message>
        <message>
            <source>{0}–{1} min</source>
            <translation>{0}–{1} 分</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>即到</translation>
        </message>
        <message>
            <source>no counter open that serves it</source>
            <translation>没有可办的窗口开放</translation>
        </message>
        <message>
            <source>at counter {0}</source>
            <translation>{0} 号窗口</translation>
        </message>
    </context>
    <context>
        <name>TicketField</name>
        <message>
            <source>Ticket number  Ctrl+F</source>
            <translation>查号票  Ctrl+F</translation>
        </message>
        <message>
            <source>Look a ticket up</source>
            <translation>查号票</translation>
        </message>
    </context>
    <context>
        <name>TicketPage</name>
        <message>
            <source>Waited, target {0}</source>
            <translation>已等，目标 {0}</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>So far</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>People ahead</source>
            <translation>前面人数</translation>
        </message>
        <message>
            <source>P50 / P90, min</source>
            <translation>P50 / P90 分</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>已等</translation>
        </message>
    </context>
    <context>
        <name>TicketPickers</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>柜员</translation>
        </message>
        <message>
            <source>Move to</source>
            <translation>改派到</translation>
        </message>
        <message>
            <source>One service more</source>
            <translation>加办一项业务</translation>
        </message>
        <message>
            <source>Grant priority</source>
            <translation>给予优先</translation>
        </message>
        <message>
            <source>staff {0}</source>
            <translation>柜员 {0}</translation>
        </message>
        <message>
            <source>takes no cash</source>
            <translation>不办现金</translation>
        </message>
        <message>
            <source>outside the sales zone</source>
            <translation>不在销售专区</translation>
        </message>
        <message>
            <source>lacks the skill for {0}</source>
            <translation>缺{0}的资质</translation>
        </message>
        <message>
            <source>does not serve {0}</source>
            <translation>不办{0}</translation>
        </message>
    </context>
    <context>
        <name>TicketTexts</name>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Helps</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>技能</translation>
        </message>
        <message>
            <source>counts until looked at</source>
            <translation>已暂按优先</translation>
        </message>
        <message>
            <source>asked for</source>
            <translation>已申请</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>未予优先</translation>
        </message>
        <message>
            <source>run out</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至 {0}</translation>
        </message>
        <message>
            <source>reason: purged</source>
            <translation>原因：已按规定清除</translation>
        </message>
        <message>
            <source>reason: {0} (shown to you only)</source>
            <translation>原因：{0}（只显示给您）</translation>
        </message>
        <message>
            <source>issued</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>issued at the kiosk</source>
            <translation>取号机取号</translation>
        </message>
        <message>
            <source>service began at {0}</source>
            <translation>{0}开始办理</translation>
        </message>
        <message>
            <source>priority {0}</source>
            <translation>优先：{0}</translation>
        </message>
        <message>
            <source>called to {0}, call {1}</source>
            <translation>叫到 {0}，第 {1} 次</translation>
        </message>
        <message>
            <source>called to {0}</source>
            <translation>叫到 {0}</translation>
        </message>
        <message>
            <source>back {0}</source>
            <translation>{0} 回来</translation>
        </message>
        <message>
            <source>for {0} only</source>
            <translation>仅 {0}</translation>
        </message>
        <message>
            <source>for staff {0} only</source>
            <translation>仅柜员 {0}</translation>
        </message>
    </context>
</TS>
