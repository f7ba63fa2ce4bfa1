<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AssistPage</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose several, or none</source>
        <translation>可选多项，也可以不选</translation>
    </message>
    <message>
        <source>Green channel · I need help</source>
        <translation>绿色通道 · 我需要帮助</translation>
    </message>
    <message>
        <source>Green channel · I need help</source>
        <comment>other language</comment>
        <translation>I need assistance</translation>
    </message>
    <message>
        <source>How may we help you?</source>
        <translation>您希望我们怎样帮您？</translation>
    </message>
    <message>
        <source>Large print, voice</source>
        <translation>大字 · 语音引导</translation>
    </message>
    <message>
        <source>Large print, voice</source>
        <comment>other language</comment>
        <translation>Large print, voice</translation>
    </message>
    <message>
        <source>Lost card, fraud, medical cash</source>
        <translation>卡丢了、被骗转账、急救用款</translation>
    </message>
    <message>
        <source>Military, fire service</source>
        <translation>军人 · 退役 · 消防</translation>
    </message>
    <message>
        <source>Military, fire service</source>
        <comment>other language</comment>
        <translation>Military, fire service</translation>
    </message>
    <message>
        <source>Next: choose a service</source>
        <translation>下一步：选业务</translation>
    </message>
    <message>
        <source>No papers, no reasons asked; the lobby manager comes to you</source>
        <translation>这里不查证件，也不问原因；大堂经理会来到您身边</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即办理</translation>
    </message>
    <message>
        <source>Only the staff see what you choose</source>
        <translation>您的选择只给工作人员看</translation>
    </message>
    <message>
        <source>Pregnant, with a child</source>
        <translation>怀孕 · 带着孩子</translation>
    </message>
    <message>
        <source>Pregnant, with a child</source>
        <comment>other language</comment>
        <translation>Pregnant, with a child</translation>
    </message>
    <message>
        <source>Seated service</source>
        <translation>坐着等、坐着办</translation>
    </message>
    <message>
        <source>Seated service</source>
        <comment>other language</comment>
        <translation>Seated service</translation>
    </message>
    <message>
        <source>Sign language, writing</source>
        <translation>手语 · 文字交流</translation>
    </message>
    <message>
        <source>Sign language, writing</source>
        <comment>other language</comment>
        <translation>Sign language, writing</translation>
    </message>
    <message>
        <source>Slower, more explanation</source>
        <translation>慢一点 · 多解释</translation>
    </message>
    <message>
        <source>Slower, more explanation</source>
        <comment>other language</comment>
        <translation>Slower, more explanation</translation>
    </message>
    <message>
        <source>Somebody at my side</source>
        <translation>要人陪同</translation>
    </message>
    <message>
        <source>Somebody at my side</source>
        <comment>other language</comment>
        <translation>Somebody at my side</translation>
    </message>
    <message>
        <source>Something else, in person</source>
        <translation>其他，当面再说</translation>
    </message>
    <message>
        <source>Something else, in person</source>
        <comment>other language</comment>
        <translation>Something else, in person</translation>
    </message>
    <message>
        <source>Stop payment at once, no waiting</source>
        <translation>紧急挂失止付，不用等号</translation>
    </message>
    <message>
        <source>Stop payment now</source>
        <translation>立即办理挂失止付</translation>
    </message>
    <message>
        <source>Vibrating pager</source>
        <translation>振动提醒</translation>
    </message>
    <message>
        <source>Vibrating pager</source>
        <comment>other language</comment>
        <translation>Vibrating pager</translation>
    </message>
    <message>
        <source>Wheelchair, mobility</source>
        <translation>轮椅 · 行动不便</translation>
    </message>
    <message>
        <source>Wheelchair, mobility</source>
        <comment>other language</comment>
        <translation>Wheelchair, mobility</translation>
    </message>
    <message>
        <source>You have priority from now; the lobby manager confirms it</source>
        <translation>从现在起按优先排队，大堂经理当面确认</translation>
    </message>
    <message>
        <source>Your number looks like any other; no screen shows your choice</source>
        <translation>您的号码和大家一样，大屏不显示您的选择</translation>
    </message>
    <message>
        <source>Your priority counts once the lobby manager has confirmed it</source>
        <translation>大堂经理当面确认后，按优先排队</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message numerus="yes">
        <source>%n of 4, one number for all</source>
        <translation>
            <numerusform>已选 %n 项，最多 4 项，共用一个号</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空已选业务</translation>
    </message>
    <message>
        <source>Place {0}, empty</source>
        <translation>第 {0} 项，未选</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>Your list</source>
        <translation>已选业务</translation>
    </message>
</context>
<context>
    <name>BringPanel</name>
    <message>
        <source>Please bring</source>
        <translation>请带</translation>
    </message>
    <message>
        <source>Something missing? You may still take a number</source>
        <translation>材料不全也可先取号</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Call the number on the back of your card, day or night</source>
        <translation>拨打银行卡背面的客服电话，24 小时有人接听</translation>
    </message>
    <message>
        <source>Card lost or fraud: it can be stopped now</source>
        <translation>丢卡、被骗：现在就能挂失</translation>
    </message>
    <message>
        <source>Cash machines keep working</source>
        <translation>自助设备照常使用</translation>
    </message>
    <message>
        <source>Complaints and ideas: call the customer line or write to us</source>
        <translation>投诉与建议：请拨客服电话或书面留言</translation>
    </message>
    <message>
        <source>Opens {0} at {1}</source>
        <translation>{0} {1} 开门</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>评价服务</translation>
    </message>
    <message>
        <source>They need no number; numbers are back when we open</source>
        <translation>自助设备不用取号；开门后恢复取号</translation>
    </message>
    <message>
        <source>We are closed for today</source>
        <translation>今天的营业已结束</translation>
    </message>
    <message>
        <source>We are closed for today</source>
        <comment>other language</comment>
        <translation>We are closed for today</translation>
    </message>
    <message>
        <source>We are closed today</source>
        <translation>今天不营业</translation>
    </message>
    <message>
        <source>We are closed today</source>
        <comment>other language</comment>
        <translation>We are closed today</translation>
    </message>
    <message>
        <source>We are not open yet</source>
        <translation>还没有到营业时间</translation>
    </message>
    <message>
        <source>We are not open yet</source>
        <comment>other language</comment>
        <translation>We are not open yet</translation>
    </message>
</context>
<context>
    <name>CountdownRow</name>
    <message>
        <source>&lt;b&gt;{0}&lt;/b&gt; s until the start page</source>
        <translation>&lt;b&gt;{0}&lt;/b&gt; 秒后返回首页</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>多留一会儿</translation>
    </message>
</context>
<context>
    <name>ElderAssistPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose what you came for, then have a seat</source>
        <translation>先选要办的事，再请坐下</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>绿色通道</translation>
    </message>
    <message>
        <source>Lost card, fraud, medical cash?</source>
        <translation>丢卡、被骗、急用钱？</translation>
    </message>
    <message>
        <source>Next: choose a service</source>
        <translation>下一步：选业务</translation>
    </message>
    <message>
        <source>No papers, no reasons asked</source>
        <translation>不看证件，不问原因</translation>
    </message>
    <message>
        <source>Somebody helps you</source>
        <translation>工作人员来帮您</translation>
    </message>
    <message>
        <source>Stop payment at once, no waiting</source>
        <translation>马上止付，不用排队</translation>
    </message>
    <message>
        <source>Stop payment now</source>
        <translation>现在就止付</translation>
    </message>
    <message>
        <source>The lobby manager comes to you and confirms your priority</source>
        <translation>大堂经理会来找您，确认后优先办理</translation>
    </message>
    <message>
        <source>You have priority from now; the lobby manager comes to you</source>
        <translation>从现在起优先办理，大堂经理会来找您</translation>
    </message>
</context>
<context>
    <name>ElderClosedPage</name>
    <message>
        <source>Call the number on the back of your card, day or night</source>
        <translation>请打银行卡背面的电话，白天晚上都有人接</translation>
    </message>
    <message>
        <source>Card lost or fraud?</source>
        <translation>丢卡、被骗？</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Open again at {0}</source>
        <translation>{0} 开门</translation>
    </message>
    <message>
        <source>We are closed now</source>
        <translation>现在没有营业</translation>
    </message>
</context>
<context>
    <name>ElderHomePage</name>
    <message>
        <source>Assistance noted</source>
        <translation>已经记下，请放心</translation>
    </message>
    <message>
        <source>Choose a service; somebody comes</source>
        <translation>大堂经理会来找您，请选业务</translation>
    </message>
    <message>
        <source>Large type · {0}</source>
        <translation>大字版 · {0}</translation>
    </message>
    <message>
        <source>No card needed</source>
        <translation>不用刷卡也能取号</translation>
    </message>
    <message>
        <source>Please help me</source>
        <translation>请工作人员帮我</translation>
    </message>
    <message>
        <source>Sit and say it; you may go first</source>
        <translation>坐着说就行，可优先办理</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>您要办什么？</translation>
    </message>
    <message>
        <source>You may go first; choose a service</source>
        <translation>可优先办理，请选业务</translation>
    </message>
</context>
<context>
    <name>ElderServicePage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No card needed</source>
        <translation>不用刷卡</translation>
    </message>
    <message>
        <source>No counter is working on this now</source>
        <translation>现在没有窗口办这个</translation>
    </message>
    <message>
        <source>Not to be had now</source>
        <translation>现在不能办</translation>
    </message>
    <message>
        <source>Please ask the lobby manager</source>
        <translation>请问大堂经理</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>请带好</translation>
    </message>
    <message>
        <source>Please see the lobby manager first</source>
        <translation>请先找大堂经理</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Take this number?</source>
        <translation>要取这个号吗？</translation>
    </message>
    <message>
        <source>You may take a number and wait, or ask the lobby manager</source>
        <translation>可以先取号等着，也可以问大堂经理</translation>
    </message>
    <message>
        <source>You may wait {0} minutes or longer</source>
        <translation>可能要等 {0} 分钟以上</translation>
    </message>
    <message>
        <source>Your papers are looked at before you wait</source>
        <translation>先看材料齐不齐，免得白等</translation>
    </message>
</context>
<context>
    <name>ElderTicketPage</name>
    <message>
        <source>Cancel it</source>
        <translation>取错了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Please go to counter {0}</source>
        <translation>请到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Please keep it</source>
        <translation>请记好</translation>
    </message>
    <message>
        <source>Please take a seat</source>
        <translation>请先坐下</translation>
    </message>
    <message>
        <source>Valid number</source>
        <translation>您的号码有效</translation>
    </message>
    <message>
        <source>Wrong service? Cancel this number</source>
        <translation>取错了？取消这个号</translation>
    </message>
    <message>
        <source>You are called</source>
        <translation>正在叫您</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>without a slip</source>
        <translation>没有纸票也有效</translation>
    </message>
    <message>
        <source>{0}: screen and voice call your number</source>
        <translation>{0}，大屏和语音会叫您的号</translation>
    </message>
</context>
<context>
    <name>ElderTroublePage</name>
    <message>
        <source>A number can be written by hand</source>
        <translation>可以手写号码</translation>
    </message>
    <message>
        <source>It stays valid, with its place</source>
        <translation>仍然有效，位置不变</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>No numbers now</source>
        <translation>暂时不能取号</translation>
    </message>
    <message>
        <source>Please see the lobby manager</source>
        <translation>请找大堂经理</translation>
    </message>
    <message>
        <source>This machine cannot give numbers now</source>
        <translation>这台机器现在不能取号</translation>
    </message>
    <message>
        <source>You have a number already?</source>
        <translation>已经有号了？</translation>
    </message>
</context>
<context>
    <name>ElderUrgentPage</name>
    <message>
        <source>Back to the start</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Call the number on the back of your card</source>
        <translation>请打银行卡背面的电话</translation>
    </message>
    <message>
        <source>Help at once</source>
        <translation>马上帮您</translation>
    </message>
    <message>
        <source>No number is needed for this</source>
        <translation>这件事不用取号</translation>
    </message>
    <message>
        <source>No number, no waiting</source>
        <translation>不用取号，不用排队</translation>
    </message>
    <message>
        <source>Nobody near?</source>
        <translation>旁边没人？</translation>
    </message>
    <message>
        <source>Send no more money, tell nobody a code</source>
        <translation>别再转钱，别说验证码</translation>
    </message>
    <message>
        <source>Tell any member of staff now</source>
        <translation>请马上告诉工作人员</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Ahead</source>
        <translation>前面</translation>
    </message>
    <message>
        <source>Ahead</source>
        <comment>other language</comment>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部办完</translation>
    </message>
    <message>
        <source>All done</source>
        <comment>other language</comment>
        <translation>All done</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计叫号</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>other language</comment>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>other language</comment>
        <translation>Wait</translation>
    </message>
    <message>
        <source>Whole visit</source>
        <translation>全程约需</translation>
    </message>
    <message>
        <source>Whole visit</source>
        <comment>other language</comment>
        <translation>Whole visit</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>暂不能估计</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Read this page aloud, key F1</source>
        <translation>朗读本页，按 F1 键</translation>
    </message>
</context>
<context>
    <name>GradePage</name>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <comment>other language</comment>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>How satisfied are you with the service?</source>
        <translation>您对这次服务满意吗？</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>请您评价</translation>
    </message>
    <message>
        <source>How was it?</source>
        <comment>other language</comment>
        <translation>How was it?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>不评价</translation>
    </message>
    <message>
        <source>Not satisfied? The lobby manager looks into it</source>
        <translation>不满意？大堂经理会跟进</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <comment>other language</comment>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>So-so</source>
        <comment>other language</comment>
        <translation>So-so</translation>
    </message>
    <message>
        <source>The grade is kept with the number, never with a name</source>
        <translation>评价只记在号码上，不记姓名</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <comment>other language</comment>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>Your number {0}</source>
        <translation>您的号码 {0}</translation>
    </message>
</context>
<context>
    <name>GreenCard</name>
    <message>
        <source>Assistance noted</source>
        <translation>已记下您的需要</translation>
    </message>
    <message>
        <source>Continue without assistance</source>
        <translation>不用协助，继续选业务</translation>
    </message>
    <message>
        <source>You go first, the lobby manager confirms it: choose a service</source>
        <translation>先按优先排队，待大堂经理确认；请选业务</translation>
    </message>
    <message>
        <source>Elderly, pregnant, disabled, military: served first</source>
        <translation>老人、孕妇、携婴者、残障、军人优先办理</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>绿色通道</translation>
    </message>
    <message>
        <source>Green channel: I need help</source>
        <translation>绿色通道：需要协助</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>需要协助</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不用了</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>Again</source>
        <translation>再听一遍</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Read this page again</source>
        <translation>再读一遍本页</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>停止朗读</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Hear again</source>
        <translation>再听一遍</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Silent now</source>
        <translation>可以朗读本页</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This page is read aloud</source>
        <translation>正在朗读本页</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Large type, fewer choices</source>
        <translation>大字版，选项更少</translation>
    </message>
    <message>
        <source>Larger</source>
        <comment>type</comment>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准版</translation>
    </message>
    <message>
        <source>Standard type</source>
        <translation>标准版字号</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Need help? Please ask the lobby manager</source>
        <translation>需要帮助？请找大堂经理</translation>
    </message>
    <message>
        <source>One tap · {0}</source>
        <translation>一键取号 · {0}</translation>
    </message>
    <message>
        <source>Please choose a service</source>
        <translation>请选择业务</translation>
    </message>
    <message>
        <source>Please choose a service</source>
        <comment>other language</comment>
        <translation>Please choose a service</translation>
    </message>
    <message>
        <source>{0}, one tap</source>
        <comment>other language</comment>
        <translation>{0}, one tap</translation>
    </message>
</context>
<context>
    <name>HoursTable</name>
    <message>
        <source>Corporate</source>
        <translation>对公业务</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人业务</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>不营业</translation>
    </message>
</context>
<context>
    <name>IdleBar</name>
    <message>
        <source>I am here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Press any key to stay</source>
        <translation>按任意键可以多留一会儿</translation>
    </message>
    <message>
        <source>Still there? Start page in {0} s</source>
        <translation>您还在吗？{0} 秒后返回首页</translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message>
        <source>No number yet: press again, or see the lobby manager</source>
        <translation>没有取到号：请再按一次，或找大堂经理</translation>
    </message>
    <message>
        <source>Number {0} is cancelled</source>
        <translation>{0} 已取消</translation>
    </message>
    <message>
        <source>See the lobby manager</source>
        <translation>请找大堂经理</translation>
    </message>
    <message>
        <source>This cannot be done here; please see the lobby manager</source>
        <translation>这里不能办理，请找大堂经理</translation>
    </message>
    <message>
        <source>taking your number</source>
        <translation>正在取号</translation>
    </message>
</context>
<context>
    <name>KioskWords</name>
    <message>
        <source> to </source>
        <comment>between two figures</comment>
        <translation>到</translation>
    </message>
    <message numerus="yes">
        <source>%n choices.</source>
        <translation>
            <numerusform>共 %n 个选择。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things, one number</source>
        <translation>
            <numerusform>%n 项业务，一个号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Cash counter {0}</source>
        <translation>现金窗口 {0}</translation>
    </message>
    <message>
        <source>Cash counters {0}</source>
        <translation>现金窗口 {0}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>今日已止</translation>
    </message>
    <message>
        <source>Corporate counter {0}</source>
        <translation>对公窗口 {0}</translation>
    </message>
    <message>
        <source>Corporate counters {0}</source>
        <translation>对公窗口 {0}</translation>
    </message>
    <message>
        <source>Counter {0}</source>
        <translation>{0} 号窗口</translation>
    </message>
    <message>
        <source>Counters {0}</source>
        <translation>窗口 {0}</translation>
    </message>
    <message>
        <source>Down for the next, Enter to choose, F1 to hear this again.</source>
        <translation>按向下键听下一项，按回车键选定，按 F1 键重听。</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般业务</translation>
    </message>
    <message>
        <source>General</source>
        <comment>other language</comment>
        <translation>General</translation>
    </message>
    <message>
        <source>General services</source>
        <translation>一般业务</translation>
    </message>
    <message>
        <source>General services</source>
        <comment>other language</comment>
        <translation>General services</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>No counter</source>
        <translation>暂无窗口</translation>
    </message>
    <message>
        <source>Non-cash counter {0}</source>
        <translation>非现金窗口 {0}</translation>
    </message>
    <message>
        <source>Non-cash counters {0}</source>
        <translation>非现金窗口 {0}</translation>
    </message>
    <message>
        <source>Please ask first</source>
        <translation>请先咨询</translation>
    </message>
    <message>
        <source>Please take a seat. {0} will call your number by voice and on the screen.</source>
        <translation>请坐下等候。{0} 会用语音和大屏叫您的号。</translation>
    </message>
    <message>
        <source>Printer: no paper · numbers as usual</source>
        <translation>打印机：缺纸 · 取号照常</translation>
    </message>
    <message>
        <source>Printer: no slips now · numbers as usual</source>
        <translation>打印机：暂时不出票 · 取号照常</translation>
    </message>
    <message>
        <source>Printer: not connected · numbers as usual</source>
        <translation>打印机：没有连上 · 取号照常</translation>
    </message>
    <message>
        <source>Right away</source>
        <translation>立即办理</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>特殊业务</translation>
    </message>
    <message>
        <source>Special</source>
        <comment>other language</comment>
        <translation>Special</translation>
    </message>
    <message>
        <source>Special services</source>
        <translation>特殊业务</translation>
    </message>
    <message>
        <source>Special services</source>
        <comment>other language</comment>
        <translation>Special services</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Value-added</source>
        <translation>增值服务</translation>
    </message>
    <message>
        <source>Value-added</source>
        <comment>other language</comment>
        <translation>Value-added</translation>
    </message>
    <message>
        <source>Value-added services</source>
        <translation>增值服务</translation>
    </message>
    <message>
        <source>Value-added services</source>
        <comment>other language</comment>
        <translation>Value-added services</translation>
    </message>
    <message>
        <source>Wait unknown</source>
        <translation>时间待定</translation>
    </message>
    <message>
        <source>Wait: {0}.</source>
        <translation>等候时间：{0}。</translation>
    </message>
    <message>
        <source>Wealth desk {0}</source>
        <translation>理财窗口 {0}</translation>
    </message>
    <message>
        <source>Wealth desks {0}</source>
        <translation>理财窗口 {0}</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>You are called. Please go to counter {0}.</source>
        <translation>正在叫您。请到 {0} 号窗口。</translation>
    </message>
    <message>
        <source>Your number is {0}.</source>
        <translation>您的号码是 {0}。</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>{0} 起</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>no waiting</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>nobody ahead</source>
        <translation>前面无人</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>现在不能选</translation>
    </message>
    <message>
        <source>takes about {0} min</source>
        <translation>约需 {0} 分钟</translation>
    </message>
    <message>
        <source>today, {0}</source>
        <translation>今天 {0}</translation>
    </message>
    <message>
        <source>tomorrow, {0}</source>
        <translation>明天 {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>{0} 截止</translation>
    </message>
    <message>
        <source>{0} ahead</source>
        <translation>前面 {0} 人</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} min</source>
        <comment>large</comment>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0}–{1}</source>
        <comment>weekdays</comment>
        <translation>{0}至{1}</translation>
    </message>
</context>
<context>
    <name>LegsCard</name>
    <message>
        <source>A member of staff comes to you.</source>
        <translation>工作人员会来到您身边。</translation>
    </message>
    <message>
        <source>Have ready: {0}.</source>
        <translation>请准备：{0}。</translation>
    </message>
    <message>
        <source>Missed your call? See the lobby manager.</source>
        <translation>过号请找大堂经理。</translation>
    </message>
    <message>
        <source>Please go to counter {0}</source>
        <translation>请到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Please take a seat, your number is called for each part</source>
        <translation>请就座，每一项都会叫您的号</translation>
    </message>
    <message>
        <source>called now</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办完</translation>
    </message>
</context>
<context>
    <name>NoSlip</name>
    <message>
        <source>Ask for a note</source>
        <translation>请人手写一张</translation>
    </message>
    <message>
        <source>No slip came out: photograph or remember it</source>
        <translation>号票没有打出来，请拍照或记住号码</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>有人来了，请稍等</translation>
    </message>
    <message>
        <source>Out of paper: photograph or remember your number</source>
        <translation>号票纸用完了，请拍照或记住号码</translation>
    </message>
</context>
<context>
    <name>NoSlipPage</name>
    <message>
        <source>Have a seat, listen, watch the screen</source>
        <translation>请就座，听语音、看大屏</translation>
    </message>
    <message>
        <source>I remember it</source>
        <translation>我记住了</translation>
    </message>
    <message>
        <source>Paper is on its way; then print it</source>
        <translation>大堂经理正在换纸，换好可以补打</translation>
    </message>
    <message>
        <source>Photograph this, or remember {0}</source>
        <translation>手机拍下这一页，或记住 {0}</translation>
    </message>
    <message>
        <source>Please go to counter {0}</source>
        <translation>请到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Take a photo of this page</source>
        <comment>other language</comment>
        <translation>Take a photo of this page</translation>
    </message>
    <message>
        <source>The lobby manager looks after the printer</source>
        <translation>大堂经理正在看打印机，好了可以补打</translation>
    </message>
    <message>
        <source>You are in the queue, your place stays</source>
        <translation>您已在队列中，位置不变</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>您的号码有效</translation>
    </message>
    <message>
        <source>Your number is valid · no paper slip</source>
        <comment>other language</comment>
        <translation>Your number is valid · no paper slip</translation>
    </message>
    <message>
        <source>called 3 times</source>
        <translation>会连叫 3 次</translation>
    </message>
    <message>
        <source>called now</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>no second number</source>
        <translation>不用再取一次</translation>
    </message>
    <message>
        <source>told {0}</source>
        <translation>已通知 {0}</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>Taken {0} · {1}</source>
        <translation>取号 {0} · {1}</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>One moment, please</source>
        <translation>请稍候，马上就好</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <comment>other language</comment>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Welcome</source>
        <comment>other language</comment>
        <translation>Welcome</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Rate your visit</source>
        <translation>评价服务</translation>
    </message>
    <message>
        <source>Several things to do</source>
        <translation>办多项业务</translation>
    </message>
</context>
<context>
    <name>PickPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose up to 4 services</source>
        <translation>办多项业务 · 最多选 4 项</translation>
    </message>
    <message>
        <source>Choose up to 4 services</source>
        <comment>other language</comment>
        <translation>Choose up to 4 services</translation>
    </message>
    <message>
        <source>More · {0} of {1}</source>
        <translation>更多 · {0} / {1}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Only one thing? Go back and tap it</source>
        <translation>只办一项？返回首页，一按就行</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>只办这一项</translation>
    </message>
    <message>
        <source>number {0} on your list</source>
        <translation>已选第 {0} 项</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Any order</source>
        <translation>顺序不限</translation>
    </message>
    <message>
        <source>Ask the lobby manager, or take the number and wait</source>
        <translation>请找大堂经理安排，也可先取号等候</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cash at cash counters, the rest elsewhere; you are called</source>
        <translation>现金到现金窗口，其余到非现金窗口；号码不变，屏幕会叫您</translation>
    </message>
    <message>
        <source>Check your visit</source>
        <translation>请确认，一个号办多项</translation>
    </message>
    <message>
        <source>Check your visit</source>
        <comment>other language</comment>
        <translation>Check your visit</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>按这个顺序</translation>
    </message>
    <message>
        <source>No counter is working on {0} now</source>
        <translation>{0}：现在没有窗口办理</translation>
    </message>
    <message>
        <source>One number for the whole visit; no need to queue again</source>
        <translation>全程一个号，不用重新排队</translation>
    </message>
    <message>
        <source>Please bring: {0}</source>
        <translation>请带：{0}</translation>
    </message>
    <message>
        <source>Please go back and take it off the list</source>
        <translation>请返回，从已选业务中移除</translation>
    </message>
    <message>
        <source>Take one number</source>
        <translation>取一个号</translation>
    </message>
    <message>
        <source>The lobby manager looks at your papers before you wait</source>
        <translation>大堂经理先核对材料，免得白等</translation>
    </message>
    <message>
        <source>Two kinds of counter, one number</source>
        <translation>现金和非现金，分在两种窗口办</translation>
    </message>
    <message>
        <source>One part cannot be estimated yet; the number holds for all of them</source>
        <translation>其中一项暂时不能估计；一个号全程有效</translation>
    </message>
    <message>
        <source>Waits as they are now, and usual times at the counter; 8 in 10 end within it</source>
        <translation>按现在的等候和平常的办理时间推算，10 位约有 8 位在此时间内办完</translation>
    </message>
    <message>
        <source>about {0} min there</source>
        <translation>办理约 {0} 分</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>一项办完再办下一项</translation>
    </message>
    <message>
        <source>whichever is called first</source>
        <translation>哪项先叫到先办哪项</translation>
    </message>
    <message>
        <source>{0}: not to be had at this hour</source>
        <translation>{0}：现在不在办理时间</translation>
    </message>
    <message>
        <source>{0}: please ask first</source>
        <translation>{0}：请先咨询大堂经理</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>Back to the start</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Four faces, one tap</source>
        <translation>四张笑脸，按一下就好</translation>
    </message>
    <message>
        <source>It only helps us do better; you need not answer</source>
        <translation>只用来改进服务，不影响您办业务；不评也可以</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>评价服务</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <comment>other language</comment>
        <translation>Rate your visit</translation>
    </message>
    <message>
        <source>The grade is kept with the number, never with a name</source>
        <translation>评价只记在号码上，不记姓名</translation>
    </message>
    <message>
        <source>Which number did you have?</source>
        <translation>您的号码是多少？</translation>
    </message>
    <message>
        <source>as on your ticket</source>
        <translation>号票上的号码</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <source>A member of staff comes to you.</source>
        <translation>工作人员会来到您身边。</translation>
    </message>
    <message>
        <source>Have ready: {0}.</source>
        <translation>请准备：{0}。</translation>
    </message>
    <message>
        <source>Please go to counter {0}</source>
        <translation>请到 {0} 号窗口</translation>
    </message>
    <message>
        <source>Please take a seat</source>
        <translation>请在大厅就座</translation>
    </message>
    <message>
        <source>Screen and voice call your number. Missed it? See the lobby manager.</source>
        <translation>屏幕和语音会叫您的号码，过号请找大堂经理。</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>等候区</translation>
    </message>
    <message>
        <source>You are called</source>
        <translation>正在叫您的号</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>counters that will call</comment>
        <translation>{0} 叫号</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Ask the lobby manager, or take a number and wait for a counter to open</source>
        <translation>请找大堂经理安排，也可先取号，等窗口开放</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Check, then take your number</source>
        <translation>请确认后取号</translation>
    </message>
    <message>
        <source>Check, then take your number</source>
        <comment>other language</comment>
        <translation>Check, then take your number</translation>
    </message>
    <message>
        <source>I have asked: take a number</source>
        <translation>已经咨询，取号</translation>
    </message>
    <message>
        <source>No card and no name needed for a number</source>
        <translation>取号不用刷卡，不用姓名</translation>
    </message>
    <message>
        <source>No counter is working on this now</source>
        <translation>现在没有窗口办理此业务</translation>
    </message>
    <message>
        <source>Please come again on the next working day</source>
        <translation>请下个工作日再来</translation>
    </message>
    <message>
        <source>Please come back then, or ask the lobby manager</source>
        <translation>请届时再来，或问大堂经理</translation>
    </message>
    <message>
        <source>Please see the lobby manager first</source>
        <translation>请先咨询大堂经理</translation>
    </message>
    <message>
        <source>Something else as well? Add it to this number</source>
        <translation>还要办别的？加到同一个号上</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Take a number anyway</source>
        <translation>仍然取号</translation>
    </message>
    <message>
        <source>Take a number anyway? You keep your place in the queue</source>
        <translation>仍要取号吗？取号后位置为您保留</translation>
    </message>
    <message>
        <source>The counter is back at {0}. You may take a number now</source>
        <translation>窗口 {0} 恢复办理，您可以先取号</translation>
    </message>
    <message>
        <source>This service begins at {0}</source>
        <translation>本业务 {0} 开始办理</translation>
    </message>
    <message>
        <source>This service ended at {0} today</source>
        <translation>本业务今天 {0} 已截止</translation>
    </message>
    <message>
        <source>You may wait {0} minutes or longer</source>
        <translation>可能要等 {0} 分钟以上</translation>
    </message>
    <message>
        <source>Your papers are looked at first; it takes about {0} min</source>
        <translation>先核对材料，免得白等；办理约需 {0} 分钟</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Back to the start</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Once for each visit; this page goes by itself</source>
        <translation>每次来访评价一次；本页稍后自动返回</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢</translation>
    </message>
    <message>
        <source>Thank you</source>
        <comment>other language</comment>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>Thank you for telling us</source>
        <comment>other language</comment>
        <translation>Thank you for telling us</translation>
    </message>
    <message>
        <source>The grade is kept with the number, never with a name</source>
        <translation>评价只记在号码上，不记姓名</translation>
    </message>
    <message>
        <source>Your answer is noted</source>
        <translation>已经记下</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <source>About 8 in 10 customers are called within this time</source>
        <translation>每 10 位客户约有 8 位在此时间内叫到</translation>
    </message>
    <message>
        <source>How long the whole visit takes is not known yet</source>
        <translation>全程时间暂不能估计</translation>
    </message>
    <message>
        <source>Whole visit about {0} · all done {1}</source>
        <translation>全程约 {0} · {1} 办完</translation>
    </message>
    <message>
        <source>Your number {0}</source>
        <translation>您的号码 {0}</translation>
    </message>
    <message>
        <source>taken at {0}</source>
        <translation>取号时间 {0}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The number carries neither your name nor your papers</source>
        <translation>号码里没有您的姓名和证件信息</translation>
    </message>
    <message>
        <source>Wrong service? Cancel this number</source>
        <translation>选错了？取消这个号</translation>
    </message>
    <message>
        <source>Your number is ready</source>
        <translation>取号成功</translation>
    </message>
    <message>
        <source>Your number is ready</source>
        <comment>other language</comment>
        <translation>Your number is ready</translation>
    </message>
</context>
<context>
    <name>TierPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All services · choose one</source>
        <translation>全部业务 · 选一项</translation>
    </message>
    <message>
        <source>All services · choose one</source>
        <comment>other language</comment>
        <translation>All services · choose one</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>全部 {0} 项</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>请带</translation>
    </message>
    <message>
        <source>Find it by its first letter · papers may follow later</source>
        <translation>按拼音首字母查找 · 材料不全也可先取号</translation>
    </message>
    <message>
        <source>Next · page {0} of {1}</source>
        <translation>下一页 · {0} / {1}</translation>
    </message>
    <message>
        <source>Not sure which? I need help</source>
        <translation>不知道选哪项？我需要帮助</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>See the lobby manager with your papers</source>
        <translation>先由大堂经理核对材料</translation>
    </message>
    <message>
        <source>These {0}</source>
        <translation>本类 {0} 项</translation>
    </message>
    <message>
        <source>{0} · choose one</source>
        <translation>{0} · 选一项</translation>
    </message>
    <message>
        <source>{0} · choose one</source>
        <comment>other language</comment>
        <translation>{0} · choose one</translation>
    </message>
</context>
<context>
    <name>TierSection</name>
    <message>
        <source>All services: {0}</source>
        <translation>全部业务：{0}</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>全部 {0} 项</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>A number can be written by hand</source>
        <translation>可以手写一张号票</translation>
    </message>
    <message>
        <source>Cash machines work as usual</source>
        <translation>自助设备照常使用</translation>
    </message>
    <message>
        <source>For the staff: {0}</source>
        <translation>给工作人员：{0}</translation>
    </message>
    <message>
        <source>Lost card, fraud, medical cash</source>
        <translation>卡丢了、被骗转账、急救用款</translation>
    </message>
    <message>
        <source>No numbers for a moment</source>
        <translation>暂时不能取号</translation>
    </message>
    <message>
        <source>No numbers for a moment</source>
        <comment>other language</comment>
        <translation>No numbers for a moment</translation>
    </message>
    <message>
        <source>Please see the lobby manager</source>
        <translation>请找大堂经理</translation>
    </message>
    <message>
        <source>Stay seated: the staff call you, by voice if need be</source>
        <translation>请坐着等，工作人员会叫您</translation>
    </message>
    <message>
        <source>Tell any member of staff now; no number is needed</source>
        <translation>请马上告诉工作人员，不用取号</translation>
    </message>
    <message>
        <source>This machine cannot give numbers now</source>
        <translation>这台机器暂时不能取号</translation>
    </message>
    <message>
        <source>This machine cannot give numbers now</source>
        <comment>other language</comment>
        <translation>This machine cannot give numbers now</translation>
    </message>
    <message>
        <source>This page goes as soon as numbers can be taken again</source>
        <translation>恢复后本页自动消失</translation>
    </message>
    <message>
        <source>You already have a number? It stays valid, with its place</source>
        <translation>已经取的号仍然有效，位置不变</translation>
    </message>
</context>
<context>
    <name>UrgentPage</name>
    <message>
        <source>Any member of staff may be interrupted for a lost card, fraud or an emergency</source>
        <translation>丢卡、被骗、急救用款，可以打断任何一位工作人员</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Help at once</source>
        <translation>马上有人帮您</translation>
    </message>
    <message>
        <source>Help at once</source>
        <comment>other language</comment>
        <translation>Help at once</translation>
    </message>
    <message>
        <source>It is answered day and night, from any phone</source>
        <translation>24 小时有人接听，任何电话都能打</translation>
    </message>
    <message>
        <source>No number is needed for this</source>
        <translation>这件事不用取号</translation>
    </message>
    <message>
        <source>No number, no waiting</source>
        <translation>不用取号，不用排队</translation>
    </message>
    <message>
        <source>Nobody near? Call the number on the back of your card</source>
        <translation>身边没人？请拨银行卡背面的客服电话</translation>
    </message>
    <message>
        <source>Send no more money, tell nobody a code</source>
        <translation>不要再转账，不要告诉任何人验证码</translation>
    </message>
    <message>
        <source>Tell the lobby manager now</source>
        <translation>请马上告诉大堂经理</translation>
    </message>
    <message>
        <source>Tell the lobby manager now</source>
        <comment>other language</comment>
        <translation>Tell the lobby manager now</translation>
    </message>
    <message>
        <source>The bank never asks for passwords or text-message codes</source>
        <translation>银行不会向您要密码或短信验证码</translation>
    </message>
</context>
</TS>
