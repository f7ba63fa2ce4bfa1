<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>FirstRun</name>
        <message numerus="yes">
            <source>Create the branch and open %n screens</source>
            <translation>
                <numerusform>Begin with %n screen</numerusform>
                <numerusform>Begin with %n screens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PresetCard</name>
        <message numerus="yes">
            <source>%n services</source>
            <translation>
                <numerusform>%n service</numerusform>
                <numerusform>%n services</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n counters</source>
            <translation>
                <numerusform>%n counter</numerusform>
                <numerusform>%n counters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n grounds</source>
            <translation>
                <numerusform>%n ground</numerusform>
                <numerusform>%n grounds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tiers</source>
            <translation>
                <numerusform>%n tier</numerusform>
                <numerusform>%n tiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n min</source>
            <translation>
                <numerusform>target %n min</numerusform>
                <numerusform>target %n min</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RightSide</name>
        <message numerus="yes">
            <source>%n displays here; more PCs can join</source>
            <translation>
                <numerusform>%n display here</numerusform>
                <numerusform>%n displays here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StartPane</name>
        <message numerus="yes">
            <source>%n things to see to</source>
            <translation>
                <numerusform>%n thing to see to</numerusform>
                <numerusform>%n things to see to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Open %n screens</source>
            <translation>
                <numerusform>Open %n screen</numerusform>
                <numerusform>Open %n screens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n screens are open</source>
            <translation>
                <numerusform>%n screen is open</numerusform>
                <numerusform>%n screens are open</numerusform>
            </translation>
        </message>
    </context>
</TS>
