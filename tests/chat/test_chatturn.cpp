// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text model says in pieces, as the one message that goes back into the conversation.
#include "core/chat/chatturn.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QByteArray eventOf(const QByteArray &delta)
{
    return "data: {\"choices\":[{\"delta\":" + delta + "}]}\n\n";
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray callPiece(int index, const QByteArray &arguments)
{
    return "{\"tool_calls\":[{\"index\":" + QByteArray::number(index) + ",\"function\":{\"arguments\":\"" + arguments
        + "\"}}]}";
}

} // namespace

class TestChatTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesBecomeOneMessage_data()
    {
        QTest::addColumn<QByteArrayList>("deltas");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArrayList &deltas, const QByteArray &message) {
            QTest::newRow(name) << deltas << message;
        };
        row("nothing", {}, "{}");
        row("words", {"{'role':'assistant','content':''}", "{'content':'He'}", "{'content':'llo'}"},
            "{'role':'assistant','content':'Hello'}");
        row("none at first", {"{'content':null}", "{'content':''}", "{'content':'a'}", "{'content':null}"},
            "{'content':'a'}");
        row("none at all", {"{'content':null}", "{'content':''}"}, "{'content':null}");
        row("thoughts", {"{'reasoning':'a','reasoning_content':'b'}", "{'reasoning':'c'}"},
            "{'reasoning':'ac','reasoning_content':'b'}");
        row("what comes whole", {"{'signature':'a'}", "{'signature':'b'}", "{'signature':''}"}, "{'signature':'b'}");
        row("lists", {"{'details':[{'content':'a'}]}", "{'details':[{'content':'b'}]}"},
            "{'details':[{'content':'a'},{'content':'b'}]}");
        row("objects", {"{'extra':{'a':1}}", "{'extra':{'b':{'content':'c'}}}", "{'extra':{'b':{'content':'d'}}}"},
            "{'extra':{'a':1,'b':{'content':'cd'}}}");
        row("calls",
            {"{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':''}}]}",
             "{'tool_calls':[{'index':0,'function':{'arguments':'1'}}]}",
             "{'tool_calls':[{'index':1,'id':'y','function':{'name':'g','arguments':'2'}}]}",
             "{'tool_calls':[{'index':0,'function':{'arguments':'3'}},{'index':1,'function':{'arguments':'4'}}]}"},
            "{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'13'}},"
            "{'index':1,'id':'y','function':{'name':'g','arguments':'24'}}]}");
        row("calls that are all the first",
            {"{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'1'}}]}",
             "{'tool_calls':[{'index':0,'id':'y','function':{'name':'f','arguments':'2'}}]}"},
            "{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'1'}},"
            "{'index':0,'id':'y','function':{'name':'f','arguments':'2'}}]}");
        row("a call that says its name again",
            {"{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'1'}}]}",
             "{'tool_calls':[{'index':0,'id':'x','function':{'arguments':'2'}}]}"},
            "{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'12'}}]}");
        row("words that become parts", {"{'content':'a'}", "{'content':[{'text':'b'}]}"}, "{'content':[{'text':'b'}]}");
    }
    void piecesBecomeOneMessage()
    {
        QFETCH(const QByteArrayList, deltas);
        QFETCH(QByteArray, message);
        ChatTurn turn;
        for (QByteArray delta : deltas) {
            turn.feed(eventOf(delta.replace('\'', '"')));
        }
        QCOMPARE(turn.message(), objectOf(message.replace('\'', '"')));
    }

    void callsAreRead()
    {
        ChatTurn turn;
        turn.feed(eventOf(QByteArray("{'tool_calls':[{'index':0,'id':'x','function':{'name':'f','arguments':'{'}}]}")
                              .replace('\'', '"')));
        turn.feed(eventOf(callPiece(0, "}")));
        const QList<ChatTurn::FunctionCall> calls = turn.calls();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.first().id, u"x"_s);
        QCOMPARE(calls.first().name, u"f"_s);
        QCOMPARE(calls.first().arguments, u"{}"_s);
    }

    /// A vendor may send as much as it likes, in pieces as small as it likes: each costs its own length.
    void piecesWithoutEnd()
    {
        constexpr int pieces = 5000;
        ChatTurn turn;
        for (int i = 0; i < pieces; ++i) {
            turn.feed(eventOf(callPiece(i, "a")));
            turn.feed(eventOf(callPiece(0, "b")));
            turn.feed(eventOf(R"({"content":"c"})"));
        }
        const QList<ChatTurn::FunctionCall> calls = turn.calls();
        QCOMPARE(calls.size(), 128);
        QCOMPARE(calls.first().arguments.size(), 1 + pieces);
        QCOMPARE(turn.message().value("content"_L1).toString().size(), pieces);
    }
};

QTEST_GUILESS_MAIN(TestChatTurn)
#include "test_chatturn.moc"
