<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>AwayBar</name>
        <message>
            <source>Without &lt;b&gt;{0}&lt;/b&gt; {1}:   {2}</source>
            <translation>&lt;b&gt;{0}&lt;/b&gt; {1} 不在：   {2}</translation>
        </message>
        <message>
            <source>Is &lt;b&gt;{0}&lt;/b&gt; away &lt;b&gt;{1}&lt;/b&gt;?</source>
            <translation>&lt;b&gt;{0}&lt;/b&gt; 在 &lt;b&gt;{1}&lt;/b&gt; 离岗？</translation>
        </message>
        <message>
            <source>← Earlier</source>
            <translation>← 提前</translation>
        </message>
        <message>
            <source>Later →</source>
            <translation>推后 →</translation>
        </message>
        <message>
            <source>Shorter</source>
            <translation>缩短</translation>
        </message>
        <message>
            <source>Longer</source>
            <translation>延长</translation>
        </message>
        <message>
            <source>See the waits</source>
            <translation>看等候变化</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Not away</source>
            <translation>不离岗</translation>
        </message>
    </context>
    <context>
        <name>EditStrip</name>
        <message>
            <source>← Earlier</source>
            <translation>← 提前</translation>
        </message>
        <message>
            <source>Half an hour earlier (Left)</source>
            <translation>提前半小时（←）</translation>
        </message>
        <message>
            <source>Later →</source>
            <translation>推后 →</translation>
        </message>
        <message>
            <source>Half an hour later (Right)</source>
            <translation>推后半小时（→）</translation>
        </message>
        <message>
            <source>Shorter</source>
            <translation>缩短</translation>
        </message>
        <message>
            <source>Ends half an hour earlier (Shift+Left)</source>
            <translation>早半小时结束（Shift+←）</translation>
        </message>
        <message>
            <source>Longer</source>
            <translation>延长</translation>
        </message>
        <message>
            <source>Ends half an hour later (Shift+Right)</source>
            <translation>晚半小时结束（Shift+→）</translation>
        </message>
        <message>
            <source>+ Break</source>
            <translation>加休息</translation>
        </message>
        <message>
            <source>Another break in this shift (B)</source>
            <translation>这个班次再加一次休息（B）</translation>
        </message>
        <message>
            <source>+ Shift</source>
            <translation>加班次</translation>
        </message>
        <message>
            <source>A shift for this person (N)</source>
            <translation>给这个人加一个班次（N）</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Take it out (Delete)</source>
            <translation>移除所选（Delete）</translation>
        </message>
        <message>
            <source>Away?</source>
            <translation>离岗？</translation>
        </message>
        <message>
            <source>Training, an outing: the waits that follow</source>
            <translation>培训、外出：先看等候变化</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the last change back (Ctrl+Z)</source>
            <translation>撤销上一步（Ctrl+Z）</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>Expected (P10–P90)</source>
            <translation>预计到店 (P10–P90)</translation>
        </message>
        <message>
            <source>{2} is away at {1}</source>
            <translation>{2} 在 {1} 不在岗</translation>
        </message>
        <message>
            <source>What-if and plan</source>
            <translation>假如与排班</translation>
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
            <source>Corporate</source>
            <translation>对公窗口</translation>
        </message>
        <message>
            <source>cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>non-cash</source>
            <translation>非现金</translation>
        </message>
        <message>
            <source>wealth</source>
            <translation>理财</translation>
        </message>
        <message>
            <source>corporate</source>
            <translation>对公</translation>
        </message>
        <message>
            <source>month-end</source>
            <translation>月末</translation>
        </message>
        <message>
            <source>pay day</source>
            <translation>发薪日</translation>
        </message>
        <message>
            <source>pension day</source>
            <translation>养老金日</translation>
        </message>
        <message>
            <source>on duty / needed</source>
            <translation>在岗 / 需要</translation>
        </message>
        <message>
            <source>short {0}</source>
            <translation>差 {0}</translation>
        </message>
        <message>
            <source>spare {0}</source>
            <translation>余 {0}</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>no shift: press N to give one</source>
            <translation>没有班次：按 N 添加</translation>
        </message>
        <message>
            <source>{0} customers expected ({1}–{2})</source>
            <translation>预计来客 {0} 人（{1}–{2}）</translation>
        </message>
        <message>
            <source>{0} in time</source>
            <translation>{0} 在目标内</translation>
        </message>
        <message>
            <source>P90 {0} min</source>
            <translation>P90 {0} 分</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>Need not worked out yet</source>
            <translation>需要人数尚未算出</translation>
        </message>
        <message>
            <source>No gaps</source>
            <translation>没有缺口</translation>
        </message>
        <message>
            <source>&lt;b&gt;{0}&lt;/b&gt; half-hours short</source>
            <translation>缺口 &lt;b&gt;{0} 个&lt;/b&gt;时段</translation>
        </message>
        <message>
            <source>Short in &lt;b&gt;1 half-hour&lt;/b&gt; ({0})</source>
            <translation>缺口 &lt;b&gt;1 个时段&lt;/b&gt;（{0}）</translation>
        </message>
        <message>
            <source>Short in &lt;b&gt;{0} half-hours&lt;/b&gt; ({1})</source>
            <translation>缺口 &lt;b&gt;{0} 个时段&lt;/b&gt;（{1}）</translation>
        </message>
        <message>
            <source>On duty &lt;b&gt;{0} person-hours&lt;/b&gt;</source>
            <translation>在岗 &lt;b&gt;{0} 人时&lt;/b&gt;</translation>
        </message>
        <message>
            <source>too few at {0} counters at {1}</source>
            <translation>{1} {0}窗口人数不足</translation>
        </message>
        <message>
            <source>the shift of {2} is too long</source>
            <translation>{2} 的班次太长</translation>
        </message>
        <message>
            <source>{2} has no break</source>
            <translation>{2} 没有休息</translation>
        </message>
        <message>
            <source>a break of {2} is too short</source>
            <translation>{2} 的休息太短</translation>
        </message>
        <message>
            <source>a break of {2} is out of hours</source>
            <translation>{2} 的休息不在休息时段</translation>
        </message>
        <message>
            <source>{2}: the counter is taken at {1}</source>
            <translation>{1} {2} 的窗口已有人</translation>
        </message>
        <message>
            <source>{2} is planned twice at {1}</source>
            <translation>{1} {2} 排了两处</translation>
        </message>
        <message>
            <source>Breaks and least staff &lt;b&gt;kept&lt;/b&gt;</source>
            <translation>休息与最低人数 &lt;b&gt;满足&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Breaks of {0} min or more, at least {1} on cash: &lt;b&gt;kept&lt;/b&gt;</source>
            <translation>每人休息不少于 {0} 分，现金至少 {1} 人在岗：&lt;b&gt;满足&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Within target &lt;b&gt;{0}&lt;/b&gt;   Longest P90 &lt;b&gt;{1} min&lt;/b&gt;   Days at risk &lt;b&gt;{2}&lt;/b&gt;</source>
            <translation>目标内 &lt;b&gt;{0}&lt;/b&gt;   最长 P90 &lt;b&gt;{1} 分&lt;/b&gt;   有风险的日子 &lt;b&gt;{2}&lt;/b&gt;</translation>
        </message>
        <message>
            <source>break {0}</source>
            <translation>休息 {0}</translation>
        </message>
    </context>
    <context>
        <name>PlanBoard</name>
        <message>
            <source>Plan of the day</source>
            <translation>当日排班</translation>
        </message>
    </context>
    <context>
        <name>PlanCard</name>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>后一天</translation>
        </message>
        <message>
            <source>Fill the gaps</source>
            <translation>自动补缺口</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Today's plan  {0}</source>
            <translation>今日排班 {0}</translation>
        </message>
        <message>
            <source>Plan of {0}</source>
            <translation>{0} 排班</translation>
        </message>
        <message>
            <source>Counters needed in each half-hour: at least {0} of each class in time</source>
            <translation>每半小时需要的窗口数：每类客户在目标内的比例不低于 {0}</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>排班</translation>
        </message>
        <message>
            <source>Reading the plan …</source>
            <translation>正在读取排班……</translation>
        </message>
        <message>
            <source>Working out need and waits … {0}%</source>
            <translation>正在测算需要与等候…… {0}%</translation>
        </message>
        <message>
            <source>Filling the gaps … {0}%</source>
            <translation>正在补缺口…… {0}%</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存……</translation>
        </message>
        <message>
            <source>Writing the file … {0}%</source>
            <translation>正在写文件…… {0}%</translation>
        </message>
        <message>
            <source>Playing the day without them … {0}%</source>
            <translation>正在按其不在推演…… {0}%</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Save today's plan</source>
            <translation>保存今日排班</translation>
        </message>
        <message>
            <source>Save this plan</source>
            <translation>保存这份排班</translation>
        </message>
        <message>
            <source>Sign in as a manager to change the plan</source>
            <translation>主管登录后可以修改排班</translation>
        </message>
        <message>
            <source>The plan is kept; forecasts follow it from now on.</source>
            <translation>排班已保存，预测从现在起按它计算。</translation>
        </message>
        <message>
            <source>Written: {0}</source>
            <translation>已写入：{0}</translation>
        </message>
        <message>
            <source>No branch is open: plans cannot be worked out.</source>
            <translation>没有打开的网点，无法排班。</translation>
        </message>
        <message>
            <source>Export the plan</source>
            <translation>导出排班</translation>
        </message>
    </context>
    <context>
        <name>SpanSwitch</name>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Show the day</source>
            <translation>看一天</translation>
        </message>
        <message>
            <source>Show the week</source>
            <translation>看一周</translation>
        </message>
    </context>
    <context>
        <name>WeekBoard</name>
        <message>
            <source>Plan of the week</source>
            <translation>一周排班</translation>
        </message>
    </context>
    <context>
        <name>WeekCard</name>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>The week before</source>
            <translation>上一周</translation>
        </message>
        <message>
            <source>The week after</source>
            <translation>下一周</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take the chosen shifts back</source>
            <translation>收回选出的班次</translation>
        </message>
        <message>
            <source>Work out the week</source>
            <translation>测算一周</translation>
        </message>
        <message>
            <source>Choose everybody's shifts with one roster</source>
            <translation>统一排出每个人一周的班次</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>The branch is closed all week.</source>
            <translation>网点整周不营业。</translation>
        </message>
        <message>
            <source>Reading the week …</source>
            <translation>正在读取一周…</translation>
        </message>
        <message>
            <source>Working out need and waits … {0}%</source>
            <translation>正在测算需要与等候… {0}%</translation>
        </message>
        <message>
            <source>Working out the week … {0}%</source>
            <translation>正在测算一周… {0}%</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Writing the file … {0}%</source>
            <translation>正在写文件… {0}%</translation>
        </message>
        <message>
            <source>The plan of each day is kept; forecasts follow it from now on.</source>
            <translation>各天排班已保存，预测从现在起按它计算。</translation>
        </message>
        <message>
            <source>Written: {0}</source>
            <translation>已写入：{0}</translation>
        </message>
        <message>
            <source>No branch is open: plans cannot be worked out.</source>
            <translation>没有打开的网点，无法测算排班。</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Save the week</source>
            <translation>保存一周</translation>
        </message>
        <message>
            <source>Sign in as a manager to change the plan</source>
            <translation>以负责人身份登录才能改排班</translation>
        </message>
        <message>
            <source>On duty &lt;b&gt;{0} person-hours&lt;/b&gt;</source>
            <translation>在岗 &lt;b&gt;{0} 人时&lt;/b&gt;</translation>
        </message>
        <message>
            <source>Days, hours, breaks and least staff are kept</source>
            <translation>天数、工时、休息与最少在岗均满足</translation>
        </message>
        <message>
            <source>Export the week</source>
            <translation>导出一周</translation>
        </message>
    </context>
    <context>
        <name>PlanWeek</name>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <translation>M月d日 ddd</translation>
        </message>
        <message>
            <source>Customers expected</source>
            <translation>预计到店</translation>
        </message>
        <message>
            <source>Whole week</source>
            <translation>全周</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>over</source>
            <translation>已过</translation>
        </message>
        <message>
            <source>off</source>
            <translation>休</translation>
        </message>
        <message>
            <source>away</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>line: needed</source>
            <translation>线为需要</translation>
        </message>
        <message>
            <source>Person-hours</source>
            <translation>在岗人时</translation>
        </message>
        <message>
            <source>Within target</source>
            <translation>目标内</translation>
        </message>
        <message>
            <source>Longest P90</source>
            <translation>最长 P90</translation>
        </message>
        <message>
            <source>Days at risk</source>
            <translation>有风险的日子</translation>
        </message>
        <message>
            <source>short in {0} of {1} half-hours, by up to {2}</source>
            <translation>{1} 个时段中 {0} 个缺人，最多差 {2}</translation>
        </message>
        <message>
            <source>short {0}/{1}, by up to {2}</source>
            <translation>缺 {0}/{1}，最多差 {2}</translation>
        </message>
        <message>
            <source>enough everywhere</source>
            <translation>处处够</translation>
        </message>
        <message>
            <source>enough</source>
            <translation>够</translation>
        </message>
        <message>
            <source>need not worked out</source>
            <translation>需要尚未测算</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未测算</translation>
        </message>
        <message>
            <source>{0} ({1}–{2})</source>
            <translation>{0} 人（{1}–{2}）</translation>
        </message>
        <message>
            <source>{0} h</source>
            <translation>{0} 时</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} 分</translation>
        </message>
        <message>
            <source>{0} d · {1} h</source>
            <translation>{0} 天 · {1} 时</translation>
        </message>
        <message>
            <source>{0} customers expected ({1}–{2})</source>
            <translation>预计 {0} 人（{1}–{2}）</translation>
        </message>
        <message>
            <source>Enter opens the day</source>
            <translation>按回车打开这一天</translation>
        </message>
        <message>
            <source>Plan of the week  {0} – {1}</source>
            <translation>一周排班  {0} 至 {1}</translation>
        </message>
        <message>
            <source>Half-hours short: &lt;b&gt;{0}&lt;/b&gt; ({1})</source>
            <translation>缺口 &lt;b&gt;{0} 个时段&lt;/b&gt;（{1}）</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0} 人</translation>
        </message>
        <message>
            <source>{0}: more than {1} days in the week</source>
            <translation>{0}：一周超过 {1} 天</translation>
        </message>
        <message>
            <source>{0}: more than {1} hours in the week</source>
            <translation>{0}：一周超过 {1} 小时</translation>
        </message>
    </context>
</TS>
