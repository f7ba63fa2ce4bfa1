<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
            <translation>不满意评价</translation>
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
            <translation>没有不满意评价</translation>
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
            <source>{0} was not quite satisfied</source>
            <translation>{0} 不太满意</translation>
        </message>
    </context>
</TS>
