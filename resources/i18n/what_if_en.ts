<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>AnswerCard</name>
        <message numerus="yes">
            <source>dotted: as it is · line: what if · bands 95% · %n plays</source>
            <translation>
                <numerusform>dotted: as it is · line: what if · bands 95% · %n play</numerusform>
                <numerusform>dotted: as it is · line: what if · bands 95% · %n plays</numerusform>
            </translation>
        </message>
    </context>
</TS>
