<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AwayCard</name>
    <message numerus="yes">
        <source>%n on hold or missed</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message numerus="yes">
        <source>overtakes %n people</source>
        <translation>
            <numerusform>overtakes %n person</numerusform>
            <numerusform>overtakes %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalledCard</name>
    <message numerus="yes">
        <source>%n more calls to no-show</source>
        <translation>
            <numerusform>%n more call to no-show</numerusform>
            <numerusform>%n more calls to no-show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalledPage</name>
    <message numerus="yes">
        <source>No-show: %n more calls</source>
        <translation>
            <numerusform>No-show: %n more call</numerusform>
            <numerusform>No-show: %n more calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsoleTargets</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message numerus="yes">
        <source>%n for this counter · longest {0} min</source>
        <translation>
            <numerusform>%n waiting here · longest {0} min</numerusform>
            <numerusform>%n waiting here · longest {0} min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message numerus="yes">
        <source>%n for this counter</source>
        <translation>
            <numerusform>%n for this counter</numerusform>
            <numerusform>%n for this counter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n served here today</source>
        <translation>
            <numerusform>%n served here today</numerusform>
            <numerusform>%n served here today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimesStepper</name>
    <message numerus="yes">
        <source>done %n times</source>
        <translation>
            <numerusform>done %n time</numerusform>
            <numerusform>done %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_AwayRow</name>
    <message numerus="yes">
        <source>back after %n more calls</source>
        <translation>
            <numerusform>back after %n more call</numerusform>
            <numerusform>back after %n more calls</numerusform>
        </translation>
    </message>
</context>
</TS>
