<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>CheckStrip</name>
        <message>
            <source>This PC</source>
            <translation>本机检查</translation>
        </message>
        <message>
            <source>looking …</source>
            <translation>检查中…</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>disk</source>
            <translation>磁盘</translation>
        </message>
        <message>
            <source>backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>board</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>fonts</source>
            <translation>字体</translation>
        </message>
        <message>
            <source>voice</source>
            <translation>语音</translation>
        </message>
    </context>
    <context>
        <name>ConnectPane</name>
        <message>
            <source>A branch that is there</source>
            <translation>连接已有网点</translation>
        </message>
        <message>
            <source>Choose the file of its database, such as a restored copy. Nothing is changed.</source>
            <translation>请选择该网点的数据库文件，例如恢复出来的备份。不会改动其中内容。</translation>
        </message>
        <message>
            <source>Database file</source>
            <translation>数据库文件</translation>
        </message>
        <message>
            <source>Look for it …</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Use this branch</source>
            <translation>使用这个网点</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Creating the branch…</source>
            <translation>正在创建网点…</translation>
        </message>
        <message>
            <source>Type the branch's name: it stands on slips and board.</source>
            <translation>请填写网点名称：会印在号票和大屏上。</translation>
        </message>
        <message>
            <source>The two PINs differ; type the second one again.</source>
            <translation>两次 PIN 不一致，请重新输入第二遍。</translation>
        </message>
        <message>
            <source>First use</source>
            <translation>首次使用</translation>
        </message>
        <message>
            <source>Four answers; all can be changed later.</source>
            <translation>回答四个问题即可开始，之后都能改。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言  Language</translation>
        </message>
        <message>
            <source>Name of the branch</source>
            <translation>网点名称</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Administrator's PIN, typed twice</source>
            <translation>管理员 PIN，输入两遍</translation>
        </message>
        <message>
            <source>printed on slips and board</source>
            <translation>印在号票和大屏上</translation>
        </message>
        <message numerus="yes">
            <source>Create the branch and open %n screens</source>
            <translation>
                <numerusform>创建网点并打开 %n 个屏幕</numerusform>
            </translation>
        </message>
        <message>
            <source>Create the branch</source>
            <translation>创建网点</translation>
        </message>
    </context>
    <context>
        <name>GuideWindow</name>
        <message>
            <source>Guide</source>
            <translation>使用说明</translation>
        </message>
        <message>
            <source>IT of the branch</source>
            <translation>网点科技人员</translation>
        </message>
        <message>
            <source>In the lobby</source>
            <translation>大堂</translation>
        </message>
        <message>
            <source>At the counter</source>
            <translation>窗口人员</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>Guide</source>
            <translation>使用说明</translation>
        </message>
        <message>
            <source>No network needed · data stays in the branch</source>
            <translation>只用本机数据库，不联网 · 数据不离开网点</translation>
        </message>
        <message>
            <source>中文</source>
            <comment>the other language, in itself</comment>
            <translation>English</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Other branch</source>
            <translation>连接已有网点</translation>
        </message>
        <message>
            <source>Living demo</source>
            <translation>看活的演示</translation>
        </message>
    </context>
    <context>
        <name>LauncherScreen</name>
        <message>
            <source>Screens are open and would close too. Close again to end all.</source>
            <translation>有屏幕正在使用，会一起关闭。再关一次即全部结束。</translation>
        </message>
    </context>
    <context>
        <name>PinPair</name>
        <message>
            <source>6 digits</source>
            <translation>6 位数字</translation>
        </message>
        <message>
            <source>once more</source>
            <translation>再输一遍</translation>
        </message>
        <message>
            <source>Administrator's PIN</source>
            <translation>管理员 PIN</translation>
        </message>
        <message>
            <source>The PIN once more</source>
            <translation>再输一遍 PIN</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>PresetCard</name>
        <message numerus="yes">
            <source>%n services</source>
            <translation>
                <numerusform>%n 项业务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n counters</source>
            <translation>
                <numerusform>%n 个窗口</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n grounds</source>
            <translation>
                <numerusform>%n 种优先原因</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tiers</source>
            <translation>
                <numerusform>%n 层业务</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n min</source>
            <translation>
                <numerusform>目标 %n 分</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RightSide</name>
        <message>
            <source>Screens of this PC</source>
            <translation>本机的屏幕</translation>
        </message>
        <message numerus="yes">
            <source>%n displays here; more PCs can join</source>
            <translation>
                <numerusform>本机 %n 台显示器，可分到多台电脑</numerusform>
            </translation>
        </message>
        <message>
            <source>Counter of the console</source>
            <translation>操作台所属窗口</translation>
        </message>
        <message>
            <source>Counter {0}</source>
            <translation>窗口 {0}</translation>
        </message>
        <message>
            <source>Kiosk</source>
            <translation>取号机</translation>
        </message>
        <message>
            <source>Tickets and priority for customers</source>
            <translation>客户取号、绿色通道</translation>
        </message>
        <message>
            <source>Console</source>
            <translation>窗口操作台</translation>
        </message>
        <message>
            <source>Call, serve, transfer; one a counter</source>
            <translation>叫号、办理、转移；一个窗口一个</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>叫号大屏</translation>
        </message>
        <message>
            <source>Shows and speaks the calls</source>
            <translation>显示并播报叫号</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>大堂总览</translation>
        </message>
        <message>
            <source>Waits, forecasts, advice, priority</source>
            <translation>等候、预测、建议、绿色通道</translation>
        </message>
        <message>
            <source>Open · display {0}</source>
            <translation>已打开 · 显示器 {0}</translation>
        </message>
        <message>
            <source>Closes again and again; see its report</source>
            <translation>反复退出，请查看错误报告</translation>
        </message>
        <message>
            <source>Could not be opened on this PC</source>
            <translation>本机无法打开</translation>
        </message>
        <message>
            <source>As a window</source>
            <translation>以窗口打开</translation>
        </message>
        <message>
            <source>Display {0}</source>
            <translation>显示器 {0}</translation>
        </message>
        <message>
            <source>{0}, as a window</source>
            <translation>{0}，先开小窗</translation>
        </message>
    </context>
    <context>
        <name>StartPane</name>
        <message>
            <source>The branch is ready. First sign-in: number &lt;b&gt;{0}&lt;/b&gt; with your PIN.</source>
            <translation>网点已就绪。首次登录：编号 &lt;b&gt;{0}&lt;/b&gt;，用刚设的 PIN。</translation>
        </message>
        <message>
            <source>What is turned on opens here each morning.</source>
            <translation>打开开关的屏幕，每天在本机启动。</translation>
        </message>
        <message>
            <source>Ticket printer</source>
            <translation>号票打印机</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>语音播报</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Looking at this PC …</source>
            <translation>正在检查本机…</translation>
        </message>
        <message numerus="yes">
            <source>%n things to see to</source>
            <translation>
                <numerusform>%n 件事需要处理</numerusform>
            </translation>
        </message>
        <message>
            <source>All is well</source>
            <translation>一切正常</translation>
        </message>
        <message numerus="yes">
            <source>Open %n screens</source>
            <translation>
                <numerusform>打开 %n 个屏幕</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n screens are open</source>
            <translation>
                <numerusform>%n 个屏幕已打开</numerusform>
            </translation>
        </message>
        <message>
            <source>Turn a screen on first</source>
            <translation>请先打开一个开关</translation>
        </message>
        <message>
            <source>No printer: number on the screen</source>
            <translation>没有打印机，号码显示在屏幕上</translation>
        </message>
        <message>
            <source>The desktop's own printer</source>
            <translation>系统默认打印机</translation>
        </message>
        <message>
            <source>Spoken by this PC</source>
            <translation>由本机播报</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>不播报</translation>
        </message>
    </context>
</TS>
