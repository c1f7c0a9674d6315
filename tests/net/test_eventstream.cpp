// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventstream.h"

#include <QTest>

using namespace lightwell;

Q_DECLARE_METATYPE(QList<lightwell::StreamEvent>)

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<StreamEvent>>("events");
        using Events = QList<StreamEvent>;
        QTest::newRow("nothing") << QByteArray() << Events();
        QTest::newRow("one") << QByteArray("data: a\n\n") << Events({{"message", "a"}});
        QTest::newRow("named") << QByteArray("event: b\ndata: a\n\n") << Events({{"b", "a"}});
        QTest::newRow("without a blank") << QByteArray("event:b\ndata:a\n\n") << Events({{"b", "a"}});
        QTest::newRow("two blanks") << QByteArray("data:  a\n\n") << Events({{"message", " a"}});
        QTest::newRow("several lines") << QByteArray("data: a\ndata: b\n\n") << Events({{"message", "a\nb"}});
        QTest::newRow("an empty line of data") << QByteArray("data\ndata\n\n") << Events({{"message", "\n"}});
        QTest::newRow("CRLF") << QByteArray("event: b\r\ndata: a\r\n\r\n") << Events({{"b", "a"}});
        QTest::newRow("CR") << QByteArray("event: b\rdata: a\r\rdata: c\r\r") << Events({{"b", "a"}, {"message", "c"}});
        QTest::newRow("comments and other fields")
            << QByteArray(": alive\nid: 7\nretry: 10\nfoo: x\ndata: a\n\n: alive\n\n") << Events({{"message", "a"}});
        QTest::newRow("a name alone") << QByteArray("event: b\n\ndata: a\n\n") << Events({{"message", "a"}});
        QTest::newRow("a colon in the data") << QByteArray("data: {\"a\":1}\n\n") << Events({{"message", "{\"a\":1}"}});
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "data: a\n\n")
                                         << Events({{"message", "a"}});
        QTest::newRow("cut off") << QByteArray("data: a\n\ndata: b\n") << Events({{"message", "a"}});
    }
    void reads()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<StreamEvent>, events);
        QCOMPARE(eventsOf(stream), events);
        for (qsizetype size = 1; size < stream.size(); ++size) { // however it is cut into pieces
            EventStreamReader reader;
            QList<StreamEvent> found;
            for (qsizetype at = 0; at < stream.size(); at += size) {
                found += reader.feed(stream.mid(at, size));
            }
            QCOMPARE(found, events);
        }
    }

    void readsAWholeLastEventWithoutItsEmptyLine_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<bool>("isRead");
        for (const char *end : {"", "\n", "\r", "\r\n", "\n\n", "\nid: 7", "\n: alive"}) {
            QTest::newRow(QByteArray("end " + QByteArray(end).toHex()).constData())
                << "data: {\"a\":\"b\"}" + QByteArray(end) << true;
        }
        QTest::newRow("cut") << QByteArray("data: {\"a\":\"b") << false;
        QTest::newRow("cut, with a line end") << QByteArray("data: {\"a\":\n") << false;
        QTest::newRow("words") << QByteArray("data: [DONE]") << false;
    }
    void readsAWholeLastEventWithoutItsEmptyLine()
    {
        QFETCH(const QByteArray, end);
        QFETCH(const bool, isRead);
        QList<StreamEvent> events {{"message", "first"}};
        if (isRead) {
            events.append(StreamEvent {"done", "{\"a\":\"b\"}"});
        }
        QCOMPARE(eventsOf("data: first\n\nevent: done\n" + end), events);
    }

    void passesOverWhatIsTooLarge()
    {
        EventStreamReader reader(100);
        QList<StreamEvent> found;
        found += reader.feed("data: " + QByteArray(80, 'a'));
        found += reader.feed(QByteArray(80, 'a') + "\n\n");
        found += reader.feed("data: " + QByteArray(60, 'b') + "\ndata: " + QByteArray(60, 'b') + "\n\n");
        found += reader.feed("data: c\n\n");
        QCOMPARE(found, QList<StreamEvent>({{"message", "c"}}));
    }

    void takesNoMillions()
    {
        constexpr int most = 50'000;
        const QByteArray flood = QByteArray("data:\n\n").repeated(3 * most);
        QCOMPARE(eventsOf("data: a\n\n" + flood).size(), most);
        EventStreamReader reader;
        qsizetype taken = 0;
        for (qsizetype at = 0; at < flood.size(); at += 1000) {
            taken += reader.feed(flood.mid(at, 1000)).size();
        }
        QCOMPARE(taken, most);
    }

    void knowsTheType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isStream");
        QTest::newRow("plain") << QByteArray("text/event-stream") << true;
        QTest::newRow("with a charset") << QByteArray("Text/Event-Stream; charset=utf-8") << true;
        QTest::newRow("JSON") << QByteArray("application/json") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void knowsTheType()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isStream);
        QCOMPARE(isEventStream(type), isStream);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "test_eventstream.moc"
