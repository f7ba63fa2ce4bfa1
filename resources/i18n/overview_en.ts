<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>AccuracyPage</name>
        <message numerus="yes">
            <source>%n case(s) written to {0}</source>
            <translation>
                <numerusform>%n case written to {0}</numerusform>
                <numerusform>%n cases written to {0}</numerusform>
            </translation>
        </message>
    </context>
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
        <name>ChartPanel</name>
        <message numerus="yes">
            <source>Arrivals: %n today</source>
            <translation>
                <numerusform>Arrivals: %n today</numerusform>
                <numerusform>Arrivals: %n today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in this quarter-hour</source>
            <translation>
                <numerusform>%n in this quarter-hour</numerusform>
                <numerusform>%n in this quarter-hour</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the one before</source>
            <translation>
                <numerusform>%n in the one before</numerusform>
                <numerusform>%n in the one before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CounterFaces</name>
        <message numerus="yes">
            <source>%n served today</source>
            <translation>
                <numerusform>%n served today</numerusform>
                <numerusform>%n served today</numerusform>
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
        <name>GreenPanel</name>
        <message numerus="yes">
            <source>%n more to confirm</source>
            <translation>
                <numerusform>%n more to confirm</numerusform>
                <numerusform>%n more to confirm</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GridCard</name>
        <message numerus="yes">
            <source>last %n day(s)</source>
            <translation>
                <numerusform>last day</numerusform>
                <numerusform>last %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Headline</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KpiRow</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n called today</source>
            <translation>
                <numerusform>%n called today</numerusform>
                <numerusform>%n called today</numerusform>
            </translation>
        </message>
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
        <name>QueuePanel</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>1 person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n calls to return</source>
            <translation>
                <numerusform>1 call to go</numerusform>
                <numerusform>%n calls to go</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of yesterday besides</source>
            <translation>
                <numerusform>%n of yesterday besides</numerusform>
                <numerusform>%n of yesterday besides</numerusform>
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
