<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>AlertPanel</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Seen: quiet for %n min</source>
            <translation>
                <numerusform>Seen: quiet for 1 min</numerusform>
                <numerusform>Seen: quiet for %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show 1 more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DutyPage</name>
        <message numerus="yes">
            <source>%n today</source>
            <translation>
                <numerusform>%n today</numerusform>
                <numerusform>%n today</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NeedsPage</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>1 person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodoPage</name>
        <message numerus="yes">
            <source>answered %n times</source>
            <translation>
                <numerusform>answered once</numerusform>
                <numerusform>answered %n times</numerusform>
            </translation>
        </message>
    </context>
</TS>
