<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AddPanel</name>
    <message>
        <source>Add a service to {0}</source>
        <translation>为 {0} 加办业务</translation>
    </message>
    <message>
        <source>Code, name or pinyin letters</source>
        <translation>拼音首字母、名称或代码</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加办</translation>
    </message>
    <message>
        <source>Before the others</source>
        <translation>先于其他</translation>
    </message>
    <message>
        <source>After the others</source>
        <translation>排在最后</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Begins to wait when the steps before it are done; the number stays {0}.</source>
        <translation>前面的环节办完后自动排队，号码仍为 {0}。</translation>
    </message>
    <message>
        <source>Waits at once, whichever counter is free first; the number stays {0}.</source>
        <translation>马上开始排队，哪个窗口先空就先办；号码仍为 {0}。</translation>
    </message>
    <message>
        <source>Begins to wait next, before the steps planned; the number stays {0}.</source>
        <translation>接下来就排队，先于已安排的环节；号码仍为 {0}。</translation>
    </message>
    <message>
        <source>Cash: goes to a cash counter ({0}).</source>
        <translation>现金业务：到现金窗口办理（{0} 号）。</translation>
    </message>
    <message>
        <source>Cash: no cash counter is open now.</source>
        <translation>现金业务：现在没有现金窗口开着。</translation>
    </message>
</context>
<context>
    <name>ApprovalPanel</name>
    <message>
        <source>Approval for {0}</source>
        <translation>{0} 的授权</translation>
    </message>
    <message>
        <source>{0} needs a second person, who may not be the one who serves.</source>
        <translation>{0}需要第二人授权，授权人不能是经办人。</translation>
    </message>
    <message>
        <source>Staff number of the second person</source>
        <translation>授权人工号</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>授权人密码</translation>
    </message>
    <message>
        <source>Then the service is finished and the next ticket called.</source>
        <translation>授权后完成办理并呼叫下一位。</translation>
    </message>
    <message>
        <source>Then the service is finished.</source>
        <translation>授权后完成办理。</translation>
    </message>
    <message>
        <source>Then the service goes on.</source>
        <translation>授权后继续办理。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>授权</translation>
    </message>
</context>
<context>
    <name>AwayCard</name>
    <message>
        <source>Away</source>
        <translation>暂离</translation>
    </message>
    <message numerus="yes">
        <source>%n on hold or missed</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message numerus="yes">
        <source>overtakes %n people</source>
        <translation>
            <numerusform>越过 %n 位等得更久的</numerusform>
        </translation>
    </message>
    <message>
        <source>overtakes nobody</source>
        <translation>不越过任何人</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>back {0}</source>
        <translation>{0} 返回</translation>
    </message>
    <message>
        <source>is at counter {0}</source>
        <translation>正在 {0} 号窗口</translation>
    </message>
    <message>
        <source>needs cash, this counter takes none</source>
        <translation>需要现金，本窗口不收付现金</translation>
    </message>
    <message>
        <source>only in the sales zone</source>
        <translation>只能在销售专区办理</translation>
    </message>
    <message>
        <source>needs a skill nobody here holds</source>
        <translation>本窗口没有所需的资质</translation>
    </message>
    <message>
        <source>is not served at this counter</source>
        <translation>本窗口不办此业务</translation>
    </message>
    <message>
        <source>Call a ticket by hand</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Nobody this counter may call.</source>
        <translation>没有本窗口可以呼叫的客户。</translation>
    </message>
    <message>
        <source>Serve {0} on</source>
        <translation>继续办理 {0}</translation>
    </message>
    <message>
        <source>Call {0}</source>
        <translation>呼叫 {0}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Goes on where it stopped; its service time counts on.</source>
        <translation>从停下的地方继续办理，办理时间接着计。</translation>
    </message>
    <message>
        <source>The log keeps that it was called by hand, by whom and past how many.</source>
        <translation>日志记录：指定叫号、由谁呼叫、越过几位。</translation>
    </message>
</context>
<context>
    <name>CalledCard</name>
    <message>
        <source>Call {0} of {1}</source>
        <translation>第 {0} 次呼叫，共 {1} 次</translation>
    </message>
    <message>
        <source>usually {0} min</source>
        <translation>通常 {0} 分</translation>
    </message>
    <message>
        <source>Call {0}</source>
        <translation>第 {0} 次呼叫</translation>
    </message>
    <message>
        <source>may be called again</source>
        <translation>可以再次呼叫</translation>
    </message>
    <message>
        <source>call again in {0} s</source>
        <translation>{0} 秒后可重呼</translation>
    </message>
    <message>
        <source>&lt;b&gt;{0}&lt;/b&gt; to no-show</source>
        <translation>还有 &lt;b&gt;{0}&lt;/b&gt; 可过号</translation>
    </message>
    <message numerus="yes">
        <source>%n more calls to no-show</source>
        <translation>
            <numerusform>再呼叫 %n 次可过号</numerusform>
        </translation>
    </message>
    <message>
        <source>no-show allowed</source>
        <translation>可以过号</translation>
    </message>
</context>
<context>
    <name>CalledPage</name>
    <message>
        <source>Customer is here, start</source>
        <translation>客户已到，开始办理</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Call again in {0} s</source>
        <translation>再次呼叫 {0} 秒</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>No-show {0}</source>
        <translation>过号 {0}</translation>
    </message>
    <message numerus="yes">
        <source>No-show: %n more calls</source>
        <translation>
            <numerusform>过号 还需呼叫 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Choice before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Next choice</source>
        <translation>下一项</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>The day is closed</source>
        <translation>今天已日终</translation>
    </message>
    <message>
        <source>No tickets come today; open the counter tomorrow.</source>
        <translation>今天不再有号，请明天开窗。</translation>
    </message>
    <message>
        <source>Counter {0} is closed</source>
        <translation>{0} 号窗口未开</translation>
    </message>
    <message>
        <source>The hall sees it as closed until you open it.</source>
        <translation>开窗之前，大厅显示本窗口未开。</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Open counter</source>
        <translation>开窗</translation>
    </message>
    <message>
        <source>F1 shows at any time what each key does.</source>
        <translation>随时按 F1 查看各键的作用。</translation>
    </message>
</context>
<context>
    <name>ConsoleScreen</name>
    <message>
        <source>Counter {0}</source>
        <translation>{0} 号窗口</translation>
    </message>
    <message>
        <source>({0}) Counter {1}</source>
        <translation>({0}) {1} 号窗口</translation>
    </message>
</context>
<context>
    <name>ConsoleTargets</name>
    <message>
        <source>Cash cannot go to a non-cash counter</source>
        <translation>现金不能到非现金窗口</translation>
    </message>
    <message>
        <source>one more step, same number</source>
        <translation>可另开现金环节，号码不变</translation>
    </message>
    <message>
        <source>Add step F3</source>
        <translation>加环节 F3</translation>
    </message>
    <message>
        <source>No counter of this branch serves it</source>
        <translation>本网点没有窗口可办</translation>
    </message>
    <message>
        <source>no counter open</source>
        <translation>暂无窗口开放</translation>
    </message>
    <message>
        <source>counters {0}</source>
        <translation>{0} 号窗口</translation>
    </message>
    <message>
        <source>counter {0}</source>
        <translation>{0} 号窗口</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>等候 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Counter {0} · {1}</source>
        <translation>{0} 号 · {1}</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>无人签到</translation>
    </message>
    <message>
        <source>#{0} · counter {1}</source>
        <translation>{0} · {1} 号窗口</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>not open now</source>
        <translation>现在未开窗</translation>
    </message>
    <message>
        <source>takes no cash</source>
        <translation>不收付现金</translation>
    </message>
    <message>
        <source>not in the sales zone</source>
        <translation>不在销售专区</translation>
    </message>
    <message>
        <source>lacks the skill it needs</source>
        <translation>没有所需的资质</translation>
    </message>
    <message>
        <source>does not serve {0}</source>
        <translation>不办{0}</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>How far the keys reach</source>
        <translation>按键在多大范围内有效</translation>
    </message>
    <message>
        <source>Every key and what it does right now</source>
        <translation>全部按键及其此刻的作用</translation>
    </message>
    <message>
        <source>Keys of the console</source>
        <translation>叫号台按键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>F2 and F4 to F11 work while other software has the focus, where the desktop lets them.</source>
        <translation>F2 与 F4 至 F11 在其他软件占用键盘时同样有效（视桌面系统而定）。</translation>
    </message>
</context>
<context>
    <name>ConsoleWords</name>
    <message>
        <source>Undo the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>The customer is here</source>
        <translation>客户已到，开始办理</translation>
    </message>
    <message>
        <source>Finish, call nobody</source>
        <translation>办完，不呼叫下一位</translation>
    </message>
    <message>
        <source>Call the ticket again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>The customer did not come</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Record a service without ticket</source>
        <translation>登记一笔无号业务</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Let other windows cover this one</source>
        <translation>允许其他窗口盖住本窗口</translation>
    </message>
    <message>
        <source>Keep this window on top</source>
        <translation>本窗口总在最前</translation>
    </message>
    <message>
        <source>Tall form</source>
        <translation>改为竖式</translation>
    </message>
    <message>
        <source>Wide form</source>
        <translation>改为横式</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Call the next ticket</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Finish and close the counter</source>
        <translation>办完并关闭窗口</translation>
    </message>
    <message>
        <source>Finish and call the next</source>
        <translation>办完并呼叫下一位</translation>
    </message>
    <message>
        <source>Find a ticket and call it</source>
        <translation>查找票号并呼叫</translation>
    </message>
    <message>
        <source>Add a step under the same number</source>
        <translation>同号加办一个环节</translation>
    </message>
    <message>
        <source>Serve again</source>
        <translation>恢复服务</translation>
    </message>
    <message>
        <source>Pause the counter</source>
        <translation>暂停窗口</translation>
    </message>
    <message>
        <source>Stay open after this customer</source>
        <translation>办完后继续开窗</translation>
    </message>
    <message>
        <source>Close after this customer</source>
        <translation>办完后关闭窗口</translation>
    </message>
    <message>
        <source>Close the counter</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>The step was added under the same number.</source>
        <translation>已加办一个环节，号码不变。</translation>
    </message>
    <message>
        <source>The lobby manager has been asked.</source>
        <translation>已呼叫大堂经理。</translation>
    </message>
    <message>
        <source>It is on record, without a ticket.</source>
        <translation>已登记无号办理。</translation>
    </message>
    <message>
        <source>Lobby asked ({0}) · {1}</source>
        <translation>已呼叫大堂（{0}）· {1}</translation>
    </message>
    <message>
        <source>Somebody is coming, after {0}</source>
        <translation>大堂已应答，用时 {0}</translation>
    </message>
    <message>
        <source>Enter your staff number first.</source>
        <translation>请先输入工号。</translation>
    </message>
    <message>
        <source>Finish with {0} first, then sign out.</source>
        <translation>请先办完 {0}，再退出登录。</translation>
    </message>
    <message>
        <source>Somebody is waiting again: {0}</source>
        <translation>又有客户在等候：{0}</translation>
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
        <source>Value</source>
        <translation>增值</translation>
    </message>
    <message>
        <source>Fetching papers</source>
        <translation>取材料</translation>
    </message>
    <message>
        <source>Papers left here</source>
        <translation>材料留存</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>后台处理</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>用餐</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>授权复核</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>领取凭证</translation>
    </message>
    <message>
        <source>Device fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训会议</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>任一窗口</translation>
    </message>
    <message>
        <source>this counter</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>the same teller</source>
        <translation>原柜员</translation>
    </message>
    <message>
        <source>{0} s to undo the call of {1}</source>
        <translation>{0} 秒内可撤销 {1} 的呼叫</translation>
    </message>
    <message>
        <source>{0} s to undo the start of {1}</source>
        <translation>{0} 秒内可撤销 {1} 的开始</translation>
    </message>
    <message>
        <source>{0} s to undo finishing {1}</source>
        <translation>{0} 秒内可撤销 {1} 的办结</translation>
    </message>
    <message>
        <source>{0} s to undo no-show {1}</source>
        <translation>{0} 秒内可撤销 {1} 的过号</translation>
    </message>
    <message>
        <source>{0} s to undo holding {1}</source>
        <translation>{0} 秒内可撤销 {1} 的挂起</translation>
    </message>
    <message>
        <source>{0} s to undo moving {1}</source>
        <translation>{0} 秒内可撤销 {1} 的转移</translation>
    </message>
    <message>
        <source>Serve seated</source>
        <translation>坐着办</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>轮椅</translation>
    </message>
    <message>
        <source>Sign or writing</source>
        <translation>手语或文字</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>请慢些说</translation>
    </message>
    <message>
        <source>With a child</source>
        <translation>带着孩子</translation>
    </message>
    <message>
        <source>With a companion</source>
        <translation>有人陪同</translation>
    </message>
    <message>
        <source>Serve at the seat</source>
        <translation>到座位旁办理</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>请念给客户听</translation>
    </message>
    <message>
        <source>Vibrating pager</source>
        <translation>震动呼叫器</translation>
    </message>
    <message>
        <source>Military, fire service</source>
        <translation>军人、消防</translation>
    </message>
    <message>
        <source>Ask what helps</source>
        <translation>请当面询问</translation>
    </message>
    <message>
        <source>waited {0} / {1} min</source>
        <translation>等候 {0} / {1} 分</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Wayland lets no program take keys: they work in this window only.</source>
        <translation>Wayland 不让程序占用按键，按键只在本窗口内有效。</translation>
    </message>
    <message>
        <source>Another program holds {0}: here they work in this window only.</source>
        <translation>{0} 已被其他程序占用，只在本窗口内有效。</translation>
    </message>
    <message>
        <source>The keys work in this window only.</source>
        <translation>按键只在本窗口内有效。</translation>
    </message>
    <message>
        <source>With Ctrl and Shift the keys work everywhere.</source>
        <translation>按住 Ctrl 和 Shift，按键随处有效。</translation>
    </message>
    <message>
        <source>The keys work everywhere, whatever has the focus.</source>
        <translation>按键随处有效，不论焦点在哪个程序。</translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message>
        <source>issued {0}</source>
        <translation>首次取号 {0}</translation>
    </message>
    <message>
        <source>usually {0} min</source>
        <translation>通常 {0} 分</translation>
    </message>
</context>
<context>
    <name>HeadBar</name>
    <message>
        <source>High counter</source>
        <translation>高柜</translation>
    </message>
    <message>
        <source>Low counter</source>
        <translation>低柜</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}窗口</translation>
    </message>
    <message>
        <source>#{0}</source>
        <translation>柜员 {0}</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Counter console</source>
        <translation>窗口叫号</translation>
    </message>
    <message>
        <source>Waiting for the floor</source>
        <translation>等待叫号系统</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>办完关窗</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Free {0}</source>
        <translation>空闲 {0}</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>未开</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>somebody should come to this counter</source>
        <translation>请人到本窗口来</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>a second person has to approve</source>
        <translation>需要第二人授权</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>零钱</translation>
    </message>
    <message>
        <source>coins, notes or vouchers run out</source>
        <translation>硬币、现钞或凭证不足</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>a device does not work</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安保</translation>
    </message>
    <message>
        <source>come at once, and quietly</source>
        <translation>请马上来，不要声张</translation>
    </message>
    <message>
        <source>Ask the lobby</source>
        <translation>呼叫大堂</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>The lobby manager sees it at once, with its clock; the hall sees nothing.</source>
        <translation>大堂经理马上看到并开始计时，大厅里看不到。</translation>
    </message>
    <message>
        <source>Asked {0} ago; it stays until somebody has come.</source>
        <translation>已呼叫 {0}，有人来了才结束。</translation>
    </message>
</context>
<context>
    <name>HoldPanel</name>
    <message>
        <source>Hold {0}</source>
        <translation>挂起 {0}</translation>
    </message>
    <message>
        <source>Hold and call next</source>
        <translation>挂起并呼叫下一位</translation>
    </message>
    <message>
        <source>Only hold</source>
        <translation>只挂起</translation>
    </message>
    <message>
        <source>may be served on at any counter</source>
        <translation>回来后任一窗口都可继续办理</translation>
    </message>
    <message>
        <source>comes back to this counter</source>
        <translation>回到本窗口继续办理</translation>
    </message>
    <message>
        <source>the same teller serves on</source>
        <translation>由原柜员继续办理</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>预计返回</translation>
    </message>
    <message>
        <source>no return time</source>
        <translation>未定返回时间</translation>
    </message>
    <message>
        <source>{0} min · about {1}</source>
        <translation>{0} 分后 · 约 {1}</translation>
    </message>
    <message>
        <source>{0} min less</source>
        <translation>少 {0} 分</translation>
    </message>
    <message>
        <source>{0} min more</source>
        <translation>多 {0} 分</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>At that time the ticket waits again with its number and waited time.</source>
        <translation>到时自动回到队列，号码和已排队时间不变。</translation>
    </message>
    <message>
        <source>The ticket stays in this counter's list until it is served on.</source>
        <translation>一直留在本窗口的暂离名单，直到恢复办理。</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关窗</translation>
    </message>
    <message>
        <source>Call a ticket</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>Without a ticket</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Nobody is waiting; it rings when somebody comes</source>
        <translation>暂无客户等候，有人到达时响铃</translation>
    </message>
    <message numerus="yes">
        <source>%n for this counter · longest {0} min</source>
        <translation>
            <numerusform>本窗口可办 %n 人 · 最长等候 {0} 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>nothing just now</source>
        <translation>此时无作用</translation>
    </message>
    <message>
        <source>Keys at this moment</source>
        <translation>此时的按键</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 项相符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>Add</source>
        <translation>加办</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Will be called</source>
        <translation>将呼叫</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>得分 {0}</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>the customer has what they came for</source>
        <translation>客户的需要已经满足</translation>
    </message>
    <message>
        <source>an appointment or a follow-up is set</source>
        <translation>已约好下次办理或跟进</translation>
    </message>
    <message>
        <source>the customer does not want it</source>
        <translation>客户不需要</translation>
    </message>
    <message>
        <source>carried out, nothing else to tell</source>
        <translation>已经办好，没有其他情况</translation>
    </message>
    <message>
        <source>How did {0} end?</source>
        <translation>{0} 的结果</translation>
    </message>
    <message>
        <source>Finish and call next</source>
        <translation>完成并呼叫下一位</translation>
    </message>
    <message>
        <source>Only finish</source>
        <translation>只完成</translation>
    </message>
    <message>
        <source>The outcome goes into the day's report, never to the board.</source>
        <translation>结果计入当天报表，不上大屏。</translation>
    </message>
</context>
<context>
    <name>PanelPage</name>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PausedPage</name>
    <message>
        <source>Paused · {0}</source>
        <translation>暂停服务 · {0}</translation>
    </message>
    <message>
        <source>The hall sees</source>
        <translation>大屏显示</translation>
    </message>
    <message>
        <source>counter {0} · paused</source>
        <translation>{0} 号窗口 · 暂停服务</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>{0} 开始</translation>
    </message>
    <message>
        <source>no return time given</source>
        <translation>未定返回时间</translation>
    </message>
    <message>
        <source>back at &lt;b&gt;{0}&lt;/b&gt;</source>
        <translation>预计 &lt;b&gt;{0}&lt;/b&gt; 返回</translation>
    </message>
    <message>
        <source>was due at &lt;b&gt;{0}&lt;/b&gt;</source>
        <translation>原定 &lt;b&gt;{0}&lt;/b&gt; 返回，已超时</translation>
    </message>
    <message>
        <source>{0} min in all</source>
        <translation>共 {0} 分</translation>
    </message>
    <message>
        <source>{0} min longer</source>
        <translation>延长 {0} 分</translation>
    </message>
    <message>
        <source>{0} min shorter</source>
        <translation>缩短 {0} 分</translation>
    </message>
    <message>
        <source>Serve again</source>
        <translation>恢复服务</translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Reason (the day's report counts them)</source>
        <translation>原因（当天报表按原因统计）</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Next (in order of calling)</source>
        <translation>接下来（按叫号顺序）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message numerus="yes">
        <source>%n for this counter</source>
        <translation>
            <numerusform>本窗口可办 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n served here today</source>
        <translation>
            <numerusform>今天本窗口已办 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting for this counter</source>
        <translation>本窗口暂无等候客户</translation>
    </message>
</context>
<context>
    <name>ServingCard</name>
    <message>
        <source>usually {0} min</source>
        <translation>通常 {0} 分</translation>
    </message>
    <message>
        <source>longer than usual, {0} min</source>
        <translation>超出通常 {0} 分</translation>
    </message>
    <message>
        <source>waited {0} min</source>
        <translation>已等候 {0} 分</translation>
    </message>
</context>
<context>
    <name>ServingPage</name>
    <message>
        <source>Finish and call next</source>
        <translation>完成并呼叫下一位</translation>
    </message>
    <message>
        <source>Finish and close counter</source>
        <translation>完成并关闭窗口</translation>
    </message>
    <message>
        <source>Stay open after this customer</source>
        <translation>办完后继续开窗</translation>
    </message>
    <message>
        <source>Close counter after this customer</source>
        <translation>办完后关闭窗口</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The two new PINs differ; type them again.</source>
        <translation>两次输入的新 PIN 不一致，请重新输入。</translation>
    </message>
    <message>
        <source>New PIN, 6 digits</source>
        <translation>新 PIN（6 位数字）</translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation>再输入一次新 PIN</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Not all alike and not in a row like 123456. Nobody else knows it.</source>
        <translation>不能全部相同，也不能像 123456 那样连续；只有您自己知道。</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation>请设置新 PIN</translation>
    </message>
    <message>
        <source>Change PIN and sign in</source>
        <translation>修改 PIN 并登录</translation>
    </message>
    <message>
        <source>Signed in as {0}; your PIN unlocks it.</source>
        <translation>工号 {0} 已登录，输入 PIN 解锁。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>In use at another window by {0}</source>
        <translation>工号 {0} 正在另一窗口使用</translation>
    </message>
    <message>
        <source>Take over with your own PIN; the other window is signed out.</source>
        <translation>输入本人 PIN 即可接管，另一窗口随即退出登录。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Sign in at counter {0}</source>
        <translation>登录 {0} 号窗口</translation>
    </message>
    <message>
        <source>You are signed in at another window; your PIN ends that one.</source>
        <translation>您已在另一窗口登录；输入 PIN 后那边随即退出。</translation>
    </message>
    <message>
        <source>Staff number and PIN, then Enter.</source>
        <translation>输入工号和 PIN，按 Enter 登录。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Esc goes back; the old PIN stays until the new one is set.</source>
        <translation>按 Esc 返回；设好新 PIN 之前旧 PIN 仍有效。</translation>
    </message>
    <message>
        <source>Somebody else signs in with their own number once it is closed.</source>
        <translation>窗口关闭后，其他人可用自己的工号登录。</translation>
    </message>
    <message>
        <source>The lobby manager can free the counter as well.</source>
        <translation>大堂经理也可以释放本窗口。</translation>
    </message>
    <message>
        <source>Forgotten your PIN? The administrator gives a new one.</source>
        <translation>忘记 PIN？请管理员重新设置。</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Approval</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>待授权</translation>
    </message>
    <message>
        <source>#{0} approved</source>
        <translation>{0} 已授权</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <source>From the last counter: {0}</source>
        <translation>上一窗口留言：{0}</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>绿色通道</translation>
    </message>
</context>
<context>
    <name>TimesStepper</name>
    <message>
        <source>Once less</source>
        <translation>少一次</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>多一次</translation>
    </message>
    <message numerus="yes">
        <source>done %n times</source>
        <translation>
            <numerusform>办理 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Transfer {0}</source>
        <translation>转移 {0}</translation>
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
        <translation>人员</translation>
    </message>
    <message>
        <source>Code, name or pinyin letters</source>
        <translation>拼音首字母、名称或代码</translation>
    </message>
    <message>
        <source>Counter number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Staff number or counter</source>
        <translation>工号或窗口号</translation>
    </message>
    <message>
        <source>Note for the next teller: no names, no numbers</source>
        <translation>给下一位柜员的话（不写姓名和号码）</translation>
    </message>
    <message>
        <source>Transfer and call next</source>
        <translation>转移并呼叫下一位</translation>
    </message>
    <message>
        <source>Only transfer</source>
        <translation>只转移</translation>
    </message>
    <message>
        <source>Transfer to {0}, call next</source>
        <translation>转移到{0}并呼叫下一位</translation>
    </message>
    <message>
        <source>Transfer to #{0}, call next</source>
        <translation>转给 {0} 并呼叫下一位</translation>
    </message>
    <message>
        <source>Transfer to counter {0}, call next</source>
        <translation>转到 {0} 号并呼叫下一位</translation>
    </message>
    <message>
        <source>{0} keeps its number, its issue at {1} and the time it has waited; this service counts as {2} min.</source>
        <translation>{0} 的号码、{1} 的取号时间和已排队时间不变；本环节计为已办 {2} 分。</translation>
    </message>
    <message>
        <source>{0} keeps its number, its issue at {1} and the time it has waited; after {2} min any counter that may serve it takes it.</source>
        <translation>{0} 的号码、{1} 的取号时间和已排队时间不变；{2} 分钟后任一可办窗口均可接办。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnknownPage</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>The console opens by itself as soon as the floor answers.</source>
        <translation>叫号系统恢复后，本窗口会自动打开。</translation>
    </message>
</context>
<context>
    <name>UnticketedPanel</name>
    <message>
        <source>Served without a ticket</source>
        <translation>无号办理登记</translation>
    </message>
    <message>
        <source>Code, name or pinyin letters</source>
        <translation>拼音首字母、名称或代码</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>{0} goes on record with counter and time, for the day's report.</source>
        <translation>登记{0}的窗口和时间，计入当天报表。</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why this one</source>
        <translation>为什么是这一位</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>得分 {0}</translation>
    </message>
</context>
<context>
    <name>_AwayRow</name>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>back {0}</source>
        <translation>{0} 返回</translation>
    </message>
    <message numerus="yes">
        <source>back after %n more calls</source>
        <translation>
            <numerusform>再叫 %n 位后返回</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已过号</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source> · {0} min</source>
        <translation> · 等候 {0} 分</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先</translation>
    </message>
</context>
</TS>
