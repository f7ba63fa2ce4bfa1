<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ScoreCard</name>
        <message numerus="yes">
            <source>{0} of %n came as promised · minutes</source>
            <translation>
                <numerusform>{0} of %n came as promised · minutes</numerusform>
                <numerusform>{0} of %n came as promised · minutes</numerusform>
            </translation>
        </message>
    </context>
</TS>
