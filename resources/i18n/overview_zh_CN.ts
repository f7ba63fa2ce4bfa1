<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>Accuracy</name>
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
            <source>Green channel</source>
            <translation>绿色通道</translation>
        </message>
        <message>
            <source>Queue formula</source>
            <translation>按类排队公式</translation>
        </message>
        <message>
            <source>people ahead × service time</source>
            <translation>排队人数 × 平均办理时间</translation>
        </message>
        <message>
            <source>First in line</source>
            <translation>队首已等</translation>
        </message>
        <message>
            <source>their wait so far</source>
            <translation>排第一位的已经等了多久</translation>
        </message>
        <message>
            <source>Last called</source>
            <translation>上一位</translation>
        </message>
        <message>
            <source>their whole wait</source>
            <translation>上一位刚叫到的等了多久</translation>
        </message>
        <message>
            <source>Recent mean</source>
            <translation>最近平均</translation>
        </message>
        <message>
            <source>of the last 5 called</source>
            <translation>最近 5 位的平均等候</translation>
        </message>
        <message>
            <source>1 case</source>
            <translation>1 次</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>{0} 次</translation>
        </message>
        <message>
            <source>too few</source>
            <translation>样本少</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} 分</translation>
        </message>
        <message>
            <source>few</source>
            <translation>少</translation>
        </message>
    </context>
    <context>
        <name>AccuracyPage</name>
        <message>
            <source>Forecast accuracy</source>
            <translation>预测准确度</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>{0} cannot be written: {1}</source>
            <translation>{0} 写不进去：{1}</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) written to {0}</source>
            <translation>
                <numerusform>%n 次已写入 {0}</numerusform>
            </translation>
        </message>
    </context>
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
        <name>AgainstBody</name>
        <message>
            <source>Nothing to compare yet</source>
            <translation>还没有可比的</translation>
        </message>
    </context>
    <context>
        <name>AgainstCard</name>
        <message>
            <source>Mean error, beside simpler ways</source>
            <translation>平均误差，与四种老办法相比</translation>
        </message>
        <message>
            <source>median {0}</source>
            <translation>中位 {0}</translation>
        </message>
        <message>
            <source>Branchfloor</source>
            <translation>本系统</translation>
        </message>
        <message>
            <source>middle of the range</source>
            <translation>范围中点</translation>
        </message>
        <message>
            <source>ours there {0}</source>
            <translation>同批我们 {0}</translation>
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
            <source>All within target</source>
            <translation>全部在目标内</translation>
        </message>
        <message>
            <source>Nothing needs attention</source>
            <translation>暂无需要处理的事</translation>
        </message>
        <message numerus="yes">
            <source>Seen: quiet for %n min</source>
            <translation>
                <numerusform>已看过，%n 分内不再提醒</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertTexts</name>
        <message>
            <source>Bring counter {0} back</source>
            <translation>恢复 {0} 号</translation>
        </message>
        <message>
            <source>Close counter {0}</source>
            <translation>关闭 {0} 号</translation>
        </message>
        <message>
            <source>Open counter {0}</source>
            <translation>开放 {0} 号</translation>
        </message>
        <message>
            <source>Somebody went there</source>
            <translation>已有人前往</translation>
        </message>
        <message>
            <source>The clock was set back</source>
            <translation>本机时钟被调回</translation>
        </message>
        <message>
            <source>The database cannot be used</source>
            <translation>数据库不可用</translation>
        </message>
        <message>
            <source>The day is closed</source>
            <translation>今日已日终</translation>
        </message>
        <message>
            <source>Tickets start again tomorrow</source>
            <translation>下一营业日重新取号</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>All alerts</source>
            <translation>全部提醒</translation>
        </message>
        <message>
            <source>Seen, quiet until they get worse</source>
            <translation>已看过，加重时再提醒</translation>
        </message>
        <message>
            <source>call without an answer</source>
            <translation>叫号无后续</translation>
        </message>
        <message>
            <source>close elastic counter</source>
            <translation>关闭弹性窗口</translation>
        </message>
        <message>
            <source>counter does not call</source>
            <translation>空闲未叫号</translation>
        </message>
        <message>
            <source>device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>green requests</source>
            <translation>绿色通道申请</translation>
        </message>
        <message>
            <source>long service</source>
            <translation>办理超出通常</translation>
        </message>
        <message>
            <source>low grades</source>
            <translation>评价偏低</translation>
        </message>
        <message>
            <source>missed calls</source>
            <translation>过号增多</translation>
        </message>
        <message>
            <source>no open counter</source>
            <translation>无窗口可办</translation>
        </message>
        <message>
            <source>old forecast</source>
            <translation>预测未更新</translation>
        </message>
        <message>
            <source>open elastic counter</source>
            <translation>开放弹性窗口</translation>
        </message>
        <message>
            <source>past their target</source>
            <translation>超过目标</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至 {0}</translation>
        </message>
        <message>
            <source>very long waits</source>
            <translation>等候过久</translation>
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
            <source>min · solid median, dotted P90, shaded what is ahead (80%)</source>
            <translation>分钟 · 实线中位，虚线 P90，阴影为预测 80% 范围</translation>
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
        <name>CounterAsks</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back in</source>
            <translation>多久返回</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>支援多久</translation>
        </message>
        <message>
            <source>Lend counter {0}</source>
            <translation>{0} 号支援其他业务</translation>
        </message>
        <message>
            <source>Lend until {0}</source>
            <translation>支援至 {0}</translation>
        </message>
        <message>
            <source>Open with {0}</source>
            <translation>由 {0} 开放</translation>
        </message>
        <message>
            <source>Open, staff signs on there</source>
            <translation>开放，由柜员到窗口登录</translation>
        </message>
        <message>
            <source>Pause counter {0}</source>
            <translation>暂停 {0} 号</translation>
        </message>
        <message>
            <source>Pause now</source>
            <translation>立即暂停</translation>
        </message>
        <message>
            <source>Pause until {0}</source>
            <translation>暂停至 {0}</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>To which services</source>
            <translation>支援哪些业务</translation>
        </message>
        <message>
            <source>Who opens counter {0}?</source>
            <translation>{0} 号由谁开放？</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>no time given</source>
            <translation>不定</translation>
        </message>
        <message>
            <source>not in date for: {0}</source>
            <translation>无有效资格：{0}</translation>
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
        <name>CounterPage</name>
        <message>
            <source>Certificates of {0}</source>
            <translation>{0} 的资格</translation>
        </message>
        <message>
            <source>May not serve, and why</source>
            <translation>不可办及原因</translation>
        </message>
        <message>
            <source>May serve now</source>
            <translation>现在可办</translation>
        </message>
        <message>
            <source>Show ticket {0}</source>
            <translation>查看 {0}</translation>
        </message>
    </context>
    <context>
        <name>CounterTexts</name>
        <message>
            <source>Backs up</source>
            <translation>后备</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>需现金</translation>
        </message>
        <message>
            <source>Elsewhere</source>
            <translation>其他窗口</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>If lent</source>
            <translation>支援可办</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Lent</source>
            <translation>支援</translation>
        </message>
        <message>
            <source>No skill</source>
            <translation>缺资格</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Sales zone</source>
            <translation>限专区</translation>
        </message>
        <message>
            <source>Serves</source>
            <translation>主办</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>资格</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>票号</translation>
        </message>
        <message>
            <source>back {0}</source>
            <translation>{0} 返回</translation>
        </message>
        <message>
            <source>care</source>
            <translation>爱心</translation>
        </message>
        <message>
            <source>cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>corporate</source>
            <translation>对公</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>elastic</source>
            <translation>弹性</translation>
        </message>
        <message>
            <source>expired {0}</source>
            <translation>{0} 过期</translation>
        </message>
        <message>
            <source>no cash</source>
            <translation>非现金</translation>
        </message>
        <message>
            <source>no certificate on record</source>
            <translation>无资格记录</translation>
        </message>
        <message>
            <source>no end</source>
            <translation>长期有效</translation>
        </message>
        <message>
            <source>not listed in the branch document</source>
            <translation>未列入网点文件</translation>
        </message>
        <message>
            <source>sales zone</source>
            <translation>销售专区</translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation>{0} 起</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至 {0}</translation>
        </message>
    </context>
    <context>
        <name>CoverageBody</name>
        <message>
            <source>today {0} / {1}</source>
            <translation>今日 {0} / {1}</translation>
        </message>
    </context>
    <context>
        <name>CoverageCard</name>
        <message>
            <source>● with 95% interval   ○ today   band 78–82%</source>
            <translation>● 含 95% 区间　○ 今日　绿带 78–82%</translation>
        </message>
        <message>
            <source>○ today   band 78–82%</source>
            <translation>○ 今日　绿带 78–82%</translation>
        </message>
        <message>
            <source>Came true, by business</source>
            <translation>按业务说中率</translation>
        </message>
    </context>
    <context>
        <name>DeedKeys</name>
        <message>
            <source>Bring back</source>
            <translation>恢复服务</translation>
        </message>
        <message>
            <source>Close counter</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>End the loan</source>
            <translation>结束支援</translation>
        </message>
        <message>
            <source>Free counter</source>
            <translation>腾空窗口</translation>
        </message>
        <message>
            <source>Keep open</source>
            <translation>继续开放</translation>
        </message>
        <message>
            <source>Lend…</source>
            <translation>支援…</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>开放…</translation>
        </message>
        <message>
            <source>Pause after {0}</source>
            <translation>办完 {0} 可暂停</translation>
        </message>
        <message>
            <source>Pause…</source>
            <translation>暂停…</translation>
        </message>
        <message>
            <source>Press again: {0}</source>
            <translation>再按一次：{0}</translation>
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
        <name>DutyPage</name>
        <message numerus="yes">
            <source>%n today</source>
            <translation>
                <numerusform>今日 %n 笔</numerusform>
            </translation>
        </message>
        <message>
            <source>After closing</source>
            <translation>营业后</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Before opening</source>
            <translation>营业前</translation>
        </message>
        <message>
            <source>Duties</source>
            <translation>值守</translation>
        </message>
        <message>
            <source>None seen today</source>
            <translation>今日未见</translation>
        </message>
        <message>
            <source>Pick the counter</source>
            <translation>请选窗口</translation>
        </message>
        <message>
            <source>Record it</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Record one…</source>
            <translation>登记一笔…</translation>
        </message>
        <message>
            <source>Service without a ticket</source>
            <translation>无号办理</translation>
        </message>
        <message>
            <source>service not named</source>
            <translation>业务未注明</translation>
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
        <name>FairnessPage</name>
        <message>
            <source>A call may pass an ordinary customer who has waited the whole target only</source>
            <translation>普通客户等满目标时间后，后来者须满足下列条件才可先叫</translation>
        </message>
        <message>
            <source>Calls that passed somebody</source>
            <translation>越过他人的叫号</translation>
        </message>
        <message>
            <source>Fairness</source>
            <translation>公平</translation>
        </message>
        <message>
            <source>In strict order there is no bound: the stronger class always comes first</source>
            <translation>严格优先没有上限：较高级别总在前</translation>
        </message>
        <message>
            <source>Longest</source>
            <translation>最久</translation>
        </message>
        <message>
            <source>Longest ordinary wait</source>
            <translation>普通最长等候</translation>
        </message>
        <message>
            <source>Ordinary</source>
            <translation>普通</translation>
        </message>
        <message>
            <source>Ordinary over target</source>
            <translation>普通超目标</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>越过</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>优先</translation>
        </message>
        <message>
            <source>Priority calls</source>
            <translation>依法优先占比</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>What the policy promises</source>
            <translation>规则的承诺</translation>
        </message>
        <message>
            <source>always</source>
            <translation>总是</translation>
        </message>
        <message>
            <source>if it came at most {0} min later</source>
            <translation>最多晚来 {0} 分</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>{0} calls passed {1} people who had waited longer</source>
            <translation>{0} 次叫号越过了 {1} 位等得更久的人</translation>
        </message>
        <message>
            <source>{0} of {1} calls had priority by law</source>
            <translation>{1} 次叫号中 {0} 次依法优先</translation>
        </message>
        <message>
            <source>{0} of {1} ordinary customers were called after their target</source>
            <translation>{1} 位普通客户中 {0} 位超过目标才叫到</translation>
        </message>
        <message>
            <source>{0} waited longest: {1}</source>
            <translation>{0} 等候最久，{1}</translation>
        </message>
        <message>
            <source>{0} waits longest: {1} so far</source>
            <translation>{0} 等候最久，已 {1}</translation>
        </message>
    </context>
    <context>
        <name>FindPage</name>
        <message>
            <source>Tickets with {0}</source>
            <translation>含 {0} 的号票</translation>
        </message>
        <message>
            <source>Nobody here now</source>
            <translation>现在没有</translation>
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
        <name>GridBody</name>
        <message>
            <source>Nothing to show yet</source>
            <translation>还没有可看的</translation>
        </message>
    </context>
    <context>
        <name>GridCard</name>
        <message>
            <source>By hour</source>
            <translation>按钟点</translation>
        </message>
        <message>
            <source>By crowd</source>
            <translation>按人多人少</translation>
        </message>
        <message>
            <source>By week</source>
            <translation>按周</translation>
        </message>
        <message>
            <source>▼ surely below 78: promises too much   ▲ surely above 82: too wide</source>
            <translation>▼ 确实低于 78：说得太满　▲ 确实高于 82：报得太宽</translation>
        </message>
        <message>
            <source>Came true (%)</source>
            <translation>说中率（%）</translation>
        </message>
        <message>
            <source>week of</source>
            <translation>从周一起</translation>
        </message>
        <message>
            <source>people waiting in the line at that moment</source>
            <translation>取号时同队等候人数</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今日</translation>
        </message>
        <message numerus="yes">
            <source>last %n day(s)</source>
            <translation>
                <numerusform>近 %n 日</numerusform>
            </translation>
        </message>
        <message>
            <source>{0}:00</source>
            <translation>{0} 时</translation>
        </message>
    </context>
    <context>
        <name>HallDesk</name>
        <message>
            <source>Duties</source>
            <translation>值守</translation>
        </message>
        <message>
            <source>Fairness</source>
            <translation>公平</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>公告</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Unmet</source>
            <translation>流失</translation>
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
        <name>Headline</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>近 %n 个营业日</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>median {0}</source>
            <translation>中位 {0}</translation>
        </message>
        <message>
            <source>Mean error</source>
            <translation>平均误差</translation>
        </message>
        <message>
            <source>Bias</source>
            <translation>总体偏差</translation>
        </message>
        <message>
            <source>Mean width</source>
            <translation>范围平均宽度</translation>
        </message>
        <message>
            <source>neither long nor short</source>
            <translation>不偏长也不偏短</translation>
        </message>
        <message>
            <source>waits shorter than said</source>
            <translation>略偏长，等得比说的短</translation>
        </message>
        <message>
            <source>waits longer than said</source>
            <translation>略偏短，等得比说的长</translation>
        </message>
        <message>
            <source>before that {0}</source>
            <translation>此前 {0}</translation>
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
        <message>
            <source>All services done in about {0}–{1} min</source>
            <translation>全部办完约需 {0}–{1} 分</translation>
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
        <name>LatestBody</name>
        <message>
            <source>No wait is over yet</source>
            <translation>还没有等完的客户</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>所报范围</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>实际</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} 分</translation>
        </message>
    </context>
    <context>
        <name>LatestCard</name>
        <message>
            <source>{0} of {1} came true</source>
            <translation>{1} 次中 {0} 次在范围内</translation>
        </message>
        <message>
            <source>bar: range given, mark: the wait</source>
            <translation>色条为所报范围，竖线为实际</translation>
        </message>
        <message>
            <source>Latest ranges and what came of them</source>
            <translation>最近的承诺与结果</translation>
        </message>
        <message>
            <source>✓ in range</source>
            <translation>✓ 范围内</translation>
        </message>
        <message>
            <source>late by {0}</source>
            <translation>晚 {0}</translation>
        </message>
        <message>
            <source>early by {0}</source>
            <translation>早 {0}</translation>
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
        <name>Nav</name>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>排班</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>报表</translation>
        </message>
    </context>
    <context>
        <name>NeedsPage</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>By hour</source>
            <translation>按时段</translation>
        </message>
        <message>
            <source>By service</source>
            <translation>按业务</translation>
        </message>
        <message>
            <source>Everybody who took a ticket was served or still waits</source>
            <translation>取号客户均已办理或仍在等候</translation>
        </message>
        <message>
            <source>Needs not met</source>
            <translation>未满足的需求</translation>
        </message>
        <message>
            <source>The last ones</source>
            <translation>最近</translation>
        </message>
        <message>
            <source>stayed {0}</source>
            <translation>停留 {0}</translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message>
            <source>1 hour</source>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 天</translation>
        </message>
        <message>
            <source>Chinese text</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English text</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>New notice, without personal data</source>
            <translation>新公告（不写个人信息）</translation>
        </message>
        <message>
            <source>No notice of today; those of the settings still run</source>
            <translation>今日未发公告，设置中的公告照常显示</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>公告</translation>
        </message>
        <message>
            <source>On board and kiosk now</source>
            <translation>正在显示</translation>
        </message>
        <message>
            <source>Post on board and kiosk</source>
            <translation>在屏幕和取号机发布</translation>
        </message>
        <message>
            <source>Press again</source>
            <translation>再按一次</translation>
        </message>
        <message>
            <source>Take down</source>
            <translation>撤下</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>until taken down</source>
            <translation>直到撤下</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>至 {0}</translation>
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
        <name>RemarksCard</name>
        <message>
            <source>Where it is still wrong</source>
            <translation>哪里还不准</translation>
        </message>
        <message>
            <source>Nothing to judge by yet</source>
            <translation>还没有可评的</translation>
        </message>
        <message>
            <source>Every ticket's range is held against the wait that follows it.</source>
            <translation>每张号所报的范围，都会与之后的实际等候核对。</translation>
        </message>
        <message>
            <source>Nothing is surely wrong</source>
            <translation>没有确实不准的地方</translation>
        </message>
        <message>
            <source>No hour, kind of business or crowd misses the aim beyond chance.</source>
            <translation>各钟点、各类业务、人多人少，都没有超出偶然的偏差。</translation>
        </message>
        <message>
            <source>Ranges promise too much around {0}:00</source>
            <translation>{0} 时说得太满</translation>
        </message>
        <message>
            <source>{0} of 100 came true, of {1}; the wait was {2} off the middle on average.</source>
            <translation>{1} 次里每 100 次说中 {0} 次；实际比中点平均差 {2}。</translation>
        </message>
        <message>
            <source>Ranges are too wide around {0}:00</source>
            <translation>{0} 时报得太宽</translation>
        </message>
        <message>
            <source>{0} of 100 came true, of {1}: they could be narrower.</source>
            <translation>{1} 次里每 100 次说中 {0} 次：可以报得窄些。</translation>
        </message>
        <message>
            <source>On average {0} after the middle of the range, of {1} cases.</source>
            <translation>{1} 次平均比范围中点晚 {0}。</translation>
        </message>
        <message>
            <source>{0} waits longer than said</source>
            <translation>{0}等得比说的长</translation>
        </message>
        <message>
            <source>On average {0} before the middle of the range, of {1} cases.</source>
            <translation>{1} 次平均比范围中点早 {0}。</translation>
        </message>
        <message>
            <source>{0} is called sooner than said</source>
            <translation>{0}叫得比说的早</translation>
        </message>
        <message>
            <source>A simpler way was better: {0}</source>
            <translation>老办法更准：{0}</translation>
        </message>
        <message>
            <source>Its error is {0}% smaller, on the same {1} cases.</source>
            <translation>同样的 {1} 次，它的误差小 {0}%。</translation>
        </message>
        <message>
            <source>Too few today to say anything</source>
            <translation>今日样本少，说不了好坏</translation>
        </message>
        <message>
            <source>Waits come from the queue alone now</source>
            <translation>现在只按排队推算等候</translation>
        </message>
        <message>
            <source>The floor is not played forward on this PC at this moment.</source>
            <translation>这台电脑此刻没有推演后面的情形。</translation>
        </message>
        <message>
            <source>A day unlike the others</source>
            <translation>今天与平日不同</translation>
        </message>
        <message>
            <source>Far more or fewer came than usual; ranges follow today's pace.</source>
            <translation>到店人数与平日相差很多；范围已按今天的步子放宽。</translation>
        </message>
        <message>
            <source>Still learning</source>
            <translation>还在学</translation>
        </message>
        <message>
            <source>Fewer than three past days are known; presets stand in.</source>
            <translation>已知的营业日不足三天，先用预置的数。</translation>
        </message>
    </context>
    <context>
        <name>Sentence</name>
        <message>
            <source>Reading the last days…</source>
            <translation>正在读近日的记录…</translation>
        </message>
        <message>
            <source>Today {0} of 100 came true, aim 80</source>
            <translation>今天 100 次里说中 {0} 次，目标 80 次</translation>
        </message>
        <message>
            <source>In {0} days {1} of 100 came true, aim 80</source>
            <translation>近 {0} 日 100 次里说中 {1} 次，目标 80 次</translation>
        </message>
        <message>
            <source>No range has been put to the test yet</source>
            <translation>还没有可核对的预测</translation>
        </message>
        <message>
            <source>Too few to judge: {0} of {1} came true</source>
            <translation>样本少，暂不评：{1} 次中 {0} 次说中</translation>
        </message>
        <message>
            <source>78 to 82 is right: above, ranges are too wide; below, they promise too much. Counted: the range on each ticket that had to wait; the live page also counts renewed ones.</source>
            <translation>说中 78–82 次最合适：多了是报得太宽，少了是说得太满。这里只数要等候的号票；实时页连等候中更新的也数。</translation>
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
        <name>SignDesk</name>
        <message>
            <source>Locked · {0}</source>
            <translation>已锁定 · {0}</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>The PIN is changed.</source>
            <translation>PIN 已修改。</translation>
        </message>
    </context>
    <context>
        <name>SignPage</name>
        <message>
            <source>Change PIN</source>
            <translation>修改 PIN</translation>
        </message>
        <message>
            <source>Choose a new PIN of six digits; nobody else may know it.</source>
            <translation>请设六位新 PIN，勿让他人知道。</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Figures are open to see; acting needs your number and PIN.</source>
            <translation>数据可看，操作须输入工号和 PIN。</translation>
        </message>
        <message>
            <source>In use at another window</source>
            <translation>另一窗口使用中</translation>
        </message>
        <message>
            <source>Lock now</source>
            <translation>立即锁定</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新 PIN</translation>
        </message>
        <message>
            <source>New PIN…</source>
            <translation>改 PIN…</translation>
        </message>
        <message>
            <source>Nobody has touched it for a while. Your PIN, or somebody else's.</source>
            <translation>久未操作已锁定。请本人输入 PIN，或由他人登录。</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>已登录</translation>
        </message>
        <message>
            <source>Staff number</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Take over here</source>
            <translation>在此接管</translation>
        </message>
        <message>
            <source>The two new PINs differ; type them again.</source>
            <translation>两次新 PIN 不一致，请重输。</translation>
        </message>
        <message>
            <source>This overview is signed in at another window; take it over here.</source>
            <translation>本总览已在另一窗口登录，可在此接管。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation>{0} 起</translation>
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
            <source>Move {0} to</source>
            <translation>{0}改派到</translation>
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
    <context>
        <name>TodoPage</name>
        <message>
            <source>Customers to speak with</source>
            <translation>需要沟通的客户</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Help at counters</source>
            <translation>窗口求助</translation>
        </message>
        <message>
            <source>No counter asks for help</source>
            <translation>没有窗口求助</translation>
        </message>
        <message>
            <source>No device has told of a fault</source>
            <translation>设备均无故障</translation>
        </message>
        <message>
            <source>Nobody was discontent</source>
            <translation>没有偏低的评价</translation>
        </message>
        <message>
            <source>Somebody went there</source>
            <translation>已有人前往</translation>
        </message>
        <message>
            <source>Spoken with</source>
            <translation>已沟通</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Works again</source>
            <translation>已恢复</translation>
        </message>
        <message numerus="yes">
            <source>answered %n times</source>
            <translation>
                <numerusform>已应答 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>at counter {0}, {1}</source>
            <translation>{0} 号窗口，{1}</translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation>{0} 起</translation>
        </message>
        <message>
            <source>usually {0}, longest {1}</source>
            <translation>通常 {0}，最长 {1}</translation>
        </message>
        <message>
            <source>waiting {0}</source>
            <translation>已等 {0}</translation>
        </message>
        <message>
            <source>{0} was dissatisfied</source>
            <translation>{0} 不满意</translation>
        </message>
        <message>
            <source>{0} found it so-so</source>
            <translation>{0} 评价一般</translation>
        </message>
    </context>
</TS>
