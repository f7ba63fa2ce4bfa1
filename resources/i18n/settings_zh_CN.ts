<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BoundCard</name>
    <message>
        <source>At their target, overtaken by</source>
        <translation>等到目标时，被谁超过 →</translation>
    </message>
    <message>
        <source>Published overtaking bound</source>
        <translation>公示的超越上限</translation>
    </message>
    <message>
        <source>minutes later</source>
        <translation>晚到的分钟数</translation>
    </message>
    <message>
        <source>Only customers who meet at a counter. Calls by hand, emergencies and returns are on the record apart.</source>
        <translation>只算能在同一窗口办理的客户。手工叫号、急救止付、挂起返回另记日报。</translation>
    </message>
    <message>
        <source>Nobody is overtaken: first come, first served.</source>
        <translation>无人被超过：先到先办。</translation>
    </message>
    <message>
        <source>There is no bound: a stronger class always comes first.</source>
        <translation>没有上限：类别高者总在前。</translation>
    </message>
    <message>
        <source>Ordinary customers are overtaken by nobody.</source>
        <translation>普通客户不会被超过。</translation>
    </message>
    <message>
        <source>Ordinary customers who have waited {0} min are overtaken only by “{1}” customers who came &lt;b&gt;at most {2} min later&lt;/b&gt;; by other classes less.</source>
        <translation>等到 {0} 分钟的普通客户，只会被&lt;b&gt;晚到 {2} 分钟以内&lt;/b&gt;的“{1}”客户超过；其他类别更短。</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>{0} services × {1} counters · version {2}</source>
        <translation>{0} 项业务 × {1} 个窗口 · 版本 {2}</translation>
    </message>
    <message>
        <source>Find a service (Ctrl+F)</source>
        <translation>查找业务（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>查找业务</translation>
    </message>
    <message>
        <source>Services and counters</source>
        <translation>业务与窗口</translation>
    </message>
    <message>
        <source>Press a cell to change it, a row to open it; mean and usual are minutes</source>
        <translation>点单元格修改，点行打开；平均与通常（P10–P90）单位为分</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>新增业务</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>删除业务</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新业务</translation>
    </message>
    <message>
        <source>&lt;b&gt;{0} {1} × counter {2} ({3}) cannot be set.&lt;/b&gt; </source>
        <translation>&lt;b&gt;{0} {1} × {2} 号（{3}）不能设置。&lt;/b&gt; </translation>
    </message>
    <message>
        <source>Cash work goes to cash counters only: {0}. For mixed needs use two steps of one number.</source>
        <translation>现金业务只能到现金窗口：{0}。混合需求请用同一号码的两个环节。</translation>
    </message>
    <message>
        <source>It may be sold in the sales zone only: counter {0}.</source>
        <translation>只能在销售专区办理：{0} 号窗口。</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>This does not hold</source>
        <translation>这一条不成立</translation>
    </message>
    <message>
        <source>Checked before saving</source>
        <translation>保存前检查</translation>
    </message>
    <message>
        <source>all good</source>
        <translation>全部通过</translation>
    </message>
    <message>
        <source>cannot be saved</source>
        <translation>不能保存</translation>
    </message>
    <message>
        <source>Priority by law never comes after a commercial class</source>
        <translation>法定优先不会排在商业类别之后</translation>
    </message>
    <message>
        <source>Priority by law comes first at every wait</source>
        <translation>任何等候时间下法定优先在前</translation>
    </message>
    <message>
        <source>At every wait, law scores at least as much as trade ({0} ≤ {1} min, {2} ≥ {3})</source>
        <translation>任何等候时间下，法定优先得分都不低于商业类别（{0} ≤ {1} 分，{2} ≥ {3}）</translation>
    </message>
    <message>
        <source>Cash goes to cash counters only; funds and insurance to the sales zone</source>
        <translation>现金业务只到现金窗口；基金、保险只到销售专区</translation>
    </message>
    <message>
        <source>Same class, same service: the earlier ticket first</source>
        <translation>同一类别、同一业务：先取号先叫</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>was {0}</source>
        <translation>原 {0}</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>score = waited ÷ target + head start; highest first, then the earlier</source>
        <translation>得分 = 已排队 ÷ 目标 + 领先值，高者先叫，同分先取号者先</translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>above all scores</source>
        <translation>不计分，排在所有得分之前</translation>
    </message>
</context>
<context>
    <name>DifferenceList</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Version {0} is written to {1}.</source>
        <translation>版本 {0} 已写入 {1}。</translation>
    </message>
    <message>
        <source>{0} is no text in UTF-8.</source>
        <translation>{0} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{0} was not read: {1}</source>
        <translation>{0} 未导入：{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) read; look through them and save.</source>
        <translation>
            <numerusform>已读入 %n 处不同，请核对后保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The document in force</source>
        <translation>现行配置</translation>
    </message>
    <message>
        <source>The whole document in force as one TOML file; reading it in again gives exactly the same.</source>
        <translation>把现行配置整份写成一个 TOML 文件；再导入时完全一致。</translation>
    </message>
    <message>
        <source>The file is checked first; nothing is in force until it is looked through and saved.</source>
        <translation>先检查文件；核对并保存之前不生效。</translation>
    </message>
    <message>
        <source>Write file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Read file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>File to read</source>
        <translation>要读取的文件</translation>
    </message>
    <message>
        <source>Name a file first.</source>
        <translation>请先填写文件。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} 无法使用：{1}。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>was {0}</source>
        <translation>原 {0}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>What the hall hears</source>
        <translation>大厅听到的内容</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>In quiet hours, once and softly:</source>
        <translation>安静时段轻声播报一遍：</translation>
    </message>
    <message numerus="yes">
        <source>Chime, then %n time(s):</source>
        <translation>
            <numerusform>提示音，随后播报 %n 遍：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveBar</name>
    <message numerus="yes">
        <source>%n change(s) not saved yet. Leave?</source>
        <translation>
            <numerusform>有 %n 处改动尚未保存，要离开吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through and save</source>
        <translation>核对并保存</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>serves</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>backs up</source>
        <translation>补位</translation>
    </message>
    <message>
        <source>may be lent (never cash)</source>
        <translation>可借调（现金业务除外）</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>不办，可设</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许，不能设</translation>
    </message>
    <message>
        <source>stands there, may not</source>
        <translation>已设但不允许</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>专区</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>号头</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>does not serve</source>
        <translation>不办</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Discard changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Save · nothing changed</source>
        <translation>保存 · 未改动</translation>
    </message>
    <message>
        <source>Save · something is wrong</source>
        <translation>保存 · 有误</translation>
    </message>
    <message numerus="yes">
        <source>Save · %n change(s)…</source>
        <translation>
            <numerusform>保存 · %n 处改动…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>version {0} in force</source>
        <translation>现行版本 {0}</translation>
    </message>
    <message>
        <source>draft of version {0} · version {1} in force</source>
        <translation>版本 {0} 草稿 · 现行版本 {1}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Save as version {0}</source>
        <translation>保存为版本 {0}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>In force at once, for every screen, when it is saved; a later date cannot be set.</source>
        <translation>保存后立即在所有屏幕生效；暂不能设定以后的日期。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to save as a whole</source>
        <translation>
            <numerusform>%n 处改动，整体保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>Score by wait</source>
        <translation>得分随等候变化</translation>
    </message>
    <message>
        <source>1 = the target is reached · dotted: in force now</source>
        <translation>1 = 到达目标 · 点线：现行规则</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
</context>
<context>
    <name>SettingsBar</name>
    <message>
        <source>{0} · Settings</source>
        <translation>{0} · 设置</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look through and save</source>
        <translation>核对并保存</translation>
    </message>
    <message>
        <source>version {0} in force</source>
        <translation>现行版本 {0}</translation>
    </message>
    <message>
        <source>Only a branch manager or an administrator may change settings.</source>
        <translation>只有网点负责人或管理员可以修改设置。</translation>
    </message>
    <message>
        <source>Version {0} was saved elsewhere meanwhile; discard to begin from it.</source>
        <translation>别处已保存版本 {0}；放弃改动后可从新版本开始。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去修改</translation>
    </message>
    <message>
        <source>Version {0} is in force.</source>
        <translation>版本 {0} 已生效。</translation>
    </message>
</context>
<context>
    <name>SettingsWords</name>
        <message>
            <source>Wages are paid on the</source>
            <translation>发薪日（每月几号）</translation>
        </message>
        <message>
            <source>Pensions are paid on the</source>
            <translation>养老金发放日（每月几号）</translation>
        </message>
        <message>
            <source>Last working days of a month</source>
            <translation>月末最后几个工作日</translation>
        </message>
        <message>
            <source>Shortest shift</source>
            <translation>最短班次</translation>
        </message>
        <message>
            <source>Longest shift</source>
            <translation>最长班次</translation>
        </message>
        <message>
            <source>Days a week at most</source>
            <translation>一周最多天数</translation>
        </message>
        <message>
            <source>Hours a week at most</source>
            <translation>一周最多小时</translation>
        </message>
        <message>
            <source>A break in shifts longer than</source>
            <translation>班次超过多久须休息</translation>
        </message>
        <message>
            <source>Shortest break</source>
            <translation>最短休息</translation>
        </message>
        <message>
            <source>A meal in shifts from</source>
            <translation>班次满多久有用餐</translation>
        </message>
        <message>
            <source>Length of a meal break</source>
            <translation>用餐休息时长</translation>
        </message>
        <message>
            <source>Breaks lie within</source>
            <translation>休息时段</translation>
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
            <source>Wealth desks</source>
            <translation>理财贷款</translation>
        </message>
        <message>
            <source>Corporate counters</source>
            <translation>对公窗口</translation>
        </message>
        <message>
            <source>Days that bring more (of the month)</source>
            <translation>客流较多的日子</translation>
        </message>
        <message>
            <source>Shifts in the staffing plan</source>
            <translation>排班：班次</translation>
        </message>
        <message>
            <source>Breaks in the staffing plan</source>
            <translation>排班：休息</translation>
        </message>
        <message>
            <source>Always on duty at least</source>
            <translation>始终在岗至少</translation>
        </message>
    <message>
        <source>Width of the paper</source>
        <translation>纸宽</translation>
    </message>
    <message>
        <source>Own words above</source>
        <translation>票头文字</translation>
    </message>
    <message>
        <source>Own words below</source>
        <translation>票尾文字</translation>
    </message>
    <message>
        <source>Lines of the slip</source>
        <translation>号票内容</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>The branch's own words</source>
        <translation>网点自定文字</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Ticket slip</source>
        <translation>号票</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Everyday word (elder mode)</source>
        <translation>日常叫法（长者模式）</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Number begins with</source>
        <translation>号头</translation>
    </message>
    <message>
        <source>Needs cash</source>
        <translation>需要现金</translation>
    </message>
    <message>
        <source>Corporate</source>
        <translation>对公</translation>
    </message>
    <message>
        <source>Sales zone only</source>
        <translation>只在销售专区</translation>
    </message>
    <message>
        <source>In the sales zone</source>
        <translation>在销售专区内</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>平均时长</translation>
    </message>
    <message>
        <source>Spread (CV)</source>
        <translation>离散系数（CV）</translation>
    </message>
    <message>
        <source>Target wait</source>
        <translation>目标等候</translation>
    </message>
    <message>
        <source>Head start</source>
        <translation>领先值</translation>
    </message>
    <message>
        <source>Skills it needs</source>
        <translation>所需资格</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>需要携带</translation>
    </message>
    <message>
        <source>Talk to the lobby first</source>
        <translation>先与大堂沟通</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>停止办理</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>Second person approves</source>
        <translation>须双人复核</translation>
    </message>
    <message>
        <source>One tap on the kiosk</source>
        <translation>一键取号</translation>
    </message>
    <message>
        <source>On the first page</source>
        <translation>显示在首页</translation>
    </message>
    <message>
        <source>Tile group</source>
        <translation>磁贴分组</translation>
    </message>
    <message>
        <source>Place in order</source>
        <translation>排列次序</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>磁贴</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Counter height</source>
        <translation>柜台形式</translation>
    </message>
    <message>
        <source>Takes cash</source>
        <translation>办理现金</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>弹性窗口</translation>
    </message>
    <message>
        <source>Care counter</source>
        <translation>爱心窗口</translation>
    </message>
    <message>
        <source>Called as</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Part of the hall</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>资格</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Backs up</source>
        <translation>忙时补位</translation>
    </message>
    <message>
        <source>May be lent to</source>
        <translation>可借调</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>何时生效</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What may be seen</source>
        <translation>可看的凭证</translation>
    </message>
    <message>
        <source>Skill it asks for</source>
        <translation>需要的服务能力</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Never tell</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>From how many on</source>
        <translation>达到数量</translation>
    </message>
    <message>
        <source>After</source>
        <translation>持续多久</translation>
    </message>
    <message>
        <source>Quiet once seen</source>
        <translation>看过后静默</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Holidays (closed)</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Last ticket before closing</source>
        <translation>停止取号提前</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Notices on the board</source>
        <translation>大屏公告</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>叫号方式</translation>
    </message>
    <message>
        <source>Stated priority counts at once</source>
        <translation>口头说明即先生效</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Say each call</source>
        <translation>每次叫号播报</translation>
    </message>
    <message>
        <source>Spoken languages, in order</source>
        <translation>播报语言及顺序</translation>
    </message>
    <message>
        <source>Say 1 as yāo (Chinese)</source>
        <translation>“1”读作“幺”</translation>
    </message>
    <message>
        <source>Calls older than this stay silent</source>
        <translation>超过此时间不再播报</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Volume in quiet hours</source>
        <translation>安静时段音量</translation>
    </message>
    <message>
        <source>A call stays big</source>
        <translation>大字显示</translation>
    </message>
    <message>
        <source>A call counts as "now"</source>
        <translation>视为“正在叫号”</translation>
    </message>
    <message>
        <source>Rows of earlier calls</source>
        <translation>历史叫号行数</translation>
    </message>
    <message>
        <source>"Nearly your turn" at</source>
        <translation>“快到您了”提前</translation>
    </message>
    <message>
        <source>Gap between two calls</source>
        <translation>重呼间隔</translation>
    </message>
    <message>
        <source>Calls before a no-show</source>
        <translation>过号前呼叫次数</translation>
    </message>
    <message>
        <source>No-show after</source>
        <translation>过号等待</translation>
    </message>
    <message>
        <source>A late ticket returns after</source>
        <translation>过号后隔几号返回</translation>
    </message>
    <message>
        <source>or after</source>
        <translation>或最迟</translation>
    </message>
    <message>
        <source>Key lock after finishing</source>
        <translation>办结后按键锁定</translation>
    </message>
    <message>
        <source>Undo within</source>
        <translation>可撤销时间</translation>
    </message>
    <message>
        <source>A pin to a counter lasts</source>
        <translation>绑定窗口时限</translation>
    </message>
    <message>
        <source>Call the next by itself</source>
        <translation>自动叫下一位</translation>
    </message>
    <message>
        <source>Amber from</source>
        <translation>黄色提醒</translation>
    </message>
    <message>
        <source>Red from</source>
        <translation>红色提醒</translation>
    </message>
    <message>
        <source>Ask before a wait of</source>
        <translation>等候过长先询问</translation>
    </message>
    <message>
        <source>Green channel lapses after</source>
        <translation>绿色通道失效</translation>
    </message>
    <message>
        <source>Advise opening: waiting</source>
        <translation>建议开放：等候人数</translation>
    </message>
    <message>
        <source>or a wait of</source>
        <translation>或等候</translation>
    </message>
    <message>
        <source>for</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Advise closing: waiting</source>
        <translation>建议关闭：等候人数</translation>
    </message>
    <message>
        <source>and a wait of</source>
        <translation>且等候</translation>
    </message>
    <message>
        <source>Back to the start after</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Warned at</source>
        <translation>提前提示</translation>
    </message>
    <message>
        <source>Ticket page stays</source>
        <translation>号票页停留</translation>
    </message>
    <message>
        <source>Rating page stays</source>
        <translation>评价页停留</translation>
    </message>
    <message>
        <source>Everybody signs in</source>
        <translation>必须登录</translation>
    </message>
    <message>
        <source>Wrong PINs before a lock</source>
        <translation>PIN 错误次数上限</translation>
    </message>
    <message>
        <source>Locked for</source>
        <translation>锁定时长</translation>
    </message>
    <message>
        <source>Idle screen locks after</source>
        <translation>闲置锁屏</translation>
    </message>
    <message>
        <source>New forecast every</source>
        <translation>预测更新间隔</translation>
    </message>
    <message>
        <source>Promise checked every</source>
        <translation>承诺核对间隔</translation>
    </message>
    <message>
        <source>Outcome recorded for</source>
        <translation>须记录结果的层级</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Tile on the kiosk</source>
        <translation>取号机磁贴</translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation>准备与环节</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>办理范围</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Days off and last ticket</source>
        <translation>休息日与停止取号</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>播报</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>叫号屏</translation>
    </message>
    <message>
        <source>Calling and late customers</source>
        <translation>叫号与过号</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Elastic counter</source>
        <translation>弹性窗口</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Forecasts and outcomes</source>
        <translation>预测与结果</translation>
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
        <source>High, behind glass</source>
        <translation>高柜（有玻璃）</translation>
    </message>
    <message>
        <source>Low, open (no cash)</source>
        <translation>低柜（无现金）</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>柜窗</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>When stated or seen</source>
        <translation>口头说明或可见即生效</translation>
    </message>
    <message>
        <source>Once a card was seen</source>
        <translation>看过证件后</translation>
    </message>
    <message>
        <source>On the lobby manager's word</source>
        <translation>大堂经理认定</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>柜员</translation>
    </message>
    <message>
        <source>Lobby manager</source>
        <translation>大堂经理</translation>
    </message>
    <message>
        <source>Branch manager</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开门前</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>关门后</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Wait and head start</source>
        <translation>等候加领先值</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>先到先办</translation>
    </message>
    <message>
        <source>Strictly by class</source>
        <translation>严格按类别</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>backs up</source>
        <translation>补位</translation>
    </message>
    <message>
        <source>may be lent</source>
        <translation>可借调</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Past the target</source>
        <translation>超过目标等候</translation>
    </message>
    <message>
        <source>A very long wait</source>
        <translation>等候过久</translation>
    </message>
    <message>
        <source>No counter serves it</source>
        <translation>无窗口可办</translation>
    </message>
    <message>
        <source>Green request open</source>
        <translation>绿色通道待确认</translation>
    </message>
    <message>
        <source>A counter asks for help</source>
        <translation>窗口呼叫协助</translation>
    </message>
    <message>
        <source>Device fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Open the elastic counter</source>
        <translation>建议开放弹性窗口</translation>
    </message>
    <message>
        <source>Close the elastic counter</source>
        <translation>建议关闭弹性窗口</translation>
    </message>
    <message>
        <source>Free counter does not call</source>
        <translation>空闲窗口未叫号</translation>
    </message>
    <message>
        <source>Called, nothing since</source>
        <translation>已叫号无动作</translation>
    </message>
    <message>
        <source>Service longer than usual</source>
        <translation>办理超出通常</translation>
    </message>
    <message>
        <source>Missed calls rise</source>
        <translation>过号增多</translation>
    </message>
    <message>
        <source>A low grade</source>
        <translation>评价较低</translation>
    </message>
    <message>
        <source>Forecast is old</source>
        <translation>预测未更新</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务目录</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Calling rules</source>
        <translation>叫号规则</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>绿色通道</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>人员与角色</translation>
    </message>
    <message>
        <source>Hours and rosters</source>
        <translation>营业时间与排班</translation>
    </message>
    <message>
        <source>Texts and notices</source>
        <translation>文字与公告</translation>
    </message>
    <message>
        <source>Voice and board</source>
        <translation>语音与大屏</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>门槛</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>每日清单</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入导出</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between tiers</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SlipLines</name>
    <message>
        <source>Line to add</source>
        <translation>要添加的内容</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>SlipPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>按打印样式</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message numerus="yes">
        <source>%n version(s); restoring one makes a new version</source>
        <translation>
            <numerusform>共 %n 个版本；恢复旧版会生成新版本</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>对比的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>From version {0} to {1}</source>
        <translation>版本 {0} 到 {1}</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有不同。</translation>
    </message>
    <message>
        <source>Restore version {0}</source>
        <translation>恢复版本 {0}</translation>
    </message>
</context>
</TS>
