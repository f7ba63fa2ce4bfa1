<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>PreviewCard</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) played again · {0}</source>
            <translation>
                <numerusform>%n ticket played again · {0}</numerusform>
                <numerusform>%n tickets played again · {0}</numerusform>
            </translation>
        </message>
    </context>
</TS>
