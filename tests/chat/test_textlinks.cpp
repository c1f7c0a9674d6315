// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textcall.h"
#include "core/net/linkreasons.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Links in what text models are sent.
class TestTextLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
    /// However a host is written, one of this machine is never taken for another.
    void otherSpellingsOfThisMachine_data();
    void otherSpellingsOfThisMachine();
    void partsOfChats_data();
    void partsOfChats();
    void otherPlaces_data();
    void otherPlaces();
    /// The content itself is no address, whatever its letters.
    void contentIsNotRead();
};

namespace {

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

/// A chat with this part in its third message, behind words.
Result<TextCall> chatWith(const QByteArray &part)
{
    return readTextCall(R"({"model":"m","messages":[{"role":"system","content":"file:///words"},)"
                        R"({"role":"assistant","content":null},{"role":"user","content":[)"
                        R"({"type":"text","text":"http://127.0.0.1/ in words"},)"
                            + part + "]}]}",
                        TextKind::Chat);
}

Result<TextCall> chatWithLink(const QByteArray &link)
{
    return chatWith(R"({"type":"image_url","image_url":{"url":)" + quoted(link) + "}}");
}

} // namespace

void TestTextLinks::links_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("code"); ///< why it is refused; empty: it is not
    QTest::addColumn<QString>("localHost"); ///< to which it leads; empty: to none in this network
    const auto fine = [](const QByteArray &link, const QString &host = {}) {
        QTest::newRow(link.isEmpty() ? "nothing" : link.left(60).constData()) << link << QString() << host;
    };
    const auto refused = [](const QByteArray &link, const char *code) {
        QTest::newRow(link.isEmpty() ? "nothing" : link.left(60).constData())
            << link << QString::fromLatin1(code) << QString();
    };
    fine("https://pictures.example/a.png?sig=x@y");
    fine("http://pictures.example:8080/a b.png");
    fine("HTTPS://PICTURES.EXAMPLE/a.png");
    fine("data:image/png;base64,iVBORw0KGgo=");
    fine("DATA:,x");
    fine("iVBORw0KGgo=");
    fine("/9j/4AAQSkZJRg==");
    fine("");
    fine("file-abc123");
    fine("https://8.8.8.8/a.png");
    fine("http://127.0.0.1:9000/a.png", u"127.0.0.1"_s);
    fine("https://localhost/a.png", u"localhost"_s);
    fine("http://LOCALHOST./a.png", u"localhost."_s);
    fine("http://[::1]/a.png", u"::1"_s);
    fine("http://[::ffff:10.0.0.1]/a.png", u"::ffff:10.0.0.1"_s);
    fine("http://10.1.2.3/a.png", u"10.1.2.3"_s);
    fine("http://192.168.0.7/a.png", u"192.168.0.7"_s);
    fine("http://169.254.169.254/latest/meta-data", u"169.254.169.254"_s);
    fine("http://nas.lan/a.png", u"nas.lan"_s);
    fine("http://printer.local", u"printer.local"_s);
    fine("https://wiki/a.png", u"wiki"_s);
    fine("  http://wiki/a.png", u"wiki"_s);
    fine("ht\\ntp://wi\\tki/a.png", u"wiki"_s);
    refused("file:///etc/passwd", reasons::partLinkScheme.code);
    refused("FILE:///etc/passwd", reasons::partLinkScheme.code);
    refused("\\u0001file:///etc/passwd", reasons::partLinkScheme.code);
    refused("fi\\nle:///etc/passwd", reasons::partLinkScheme.code);
    refused("ftp://pictures.example/a.png", reasons::partLinkScheme.code);
    refused("javascript:alert(1)", reasons::partLinkScheme.code);
    refused("blob:https://app.example/1", reasons::partLinkScheme.code);
    refused("gs://bucket/a.png", reasons::partLinkScheme.code);
    refused("C:\\\\pictures\\\\a.png", reasons::partLinkScheme.code);
    refused("https://me:secret@pictures.example/a.png", reasons::partLinkNamesUser.code);
    refused("https://me@pictures.example/a.png", reasons::partLinkNamesUser.code);
    refused("http://pictures.example@127.0.0.1/", reasons::partLinkNamesUser.code);
    refused("https://@pictures.example/", reasons::partLinkNamesUser.code);
    refused("http:///a.png", reasons::partLinkUnreadable.code);
    refused("http:127.0.0.1/a.png", reasons::partLinkUnreadable.code);
    refused("http:/127.0.0.1/a.png", reasons::partLinkUnreadable.code);
    refused("http:\\\\\\\\127.0.0.1/a.png", reasons::partLinkUnreadable.code);
    refused("http://pictures.example\\\\.127.0.0.1/", reasons::partLinkUnreadable.code);
    refused("http://a b/", reasons::partLinkUnreadable.code);
    refused("https://", reasons::partLinkUnreadable.code);
}

void TestTextLinks::links()
{
    QFETCH(const QByteArray, link);
    QFETCH(const QString, code);
    QFETCH(const QString, localHost);
    const QString place = u"messages[2].content[1].image_url"_s;
    const Result<TextCall> call = chatWithLink(link);
    QCOMPARE(call.ok(), code.isEmpty());
    if (call) {
        QCOMPARE(call->localLink, localHost.isEmpty() ? std::nullopt : std::optional(TextLink {place, localHost}));
        return;
    }
    QCOMPARE(call.error().kind, ErrorKind::Invalid);
    QCOMPARE(call.error().billing, Billing::NotBilled);
    QCOMPARE(call.error().reason.code, code);
    QCOMPARE(call.error().param, place);
}

void TestTextLinks::otherSpellingsOfThisMachine_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host :
         {"127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "127%2e0.0.1", "localhost%2e", "a.localhost",
          "[::]", "[::ffff:7f00:1]", "0", "0.0.0.0", "\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1",
          "127\xe3\x80\x82"
          "0.0.1"}) {
        QTest::newRow(host) << QByteArray(host);
    }
}

void TestTextLinks::otherSpellingsOfThisMachine()
{
    QFETCH(const QByteArray, host);
    const Result<TextCall> call = chatWithLink("http://" + host + "/a.png");
    QVERIFY(!call || call->localLink);
}

void TestTextLinks::partsOfChats_data()
{
    QTest::addColumn<QByteArray>("part"); ///< with LINK in it
    QTest::addColumn<QString>("place"); ///< in the part; empty: nobody looks for a link there
    const auto row = [](const char *name, const QByteArray &part, const QString &place) {
        QTest::newRow(name) << part << place;
    };
    row("a picture", R"({"type":"image_url","image_url":{"url":LINK,"detail":"low"}})", u".image_url"_s);
    row("a picture, flat", R"({"type":"image_url","image_url":LINK})", u".image_url"_s);
    row("a picture by its type", R"({"type":"image","image":LINK})", u".image"_s);
    row("Anthropic's", R"({"type":"image","source":{"type":"url","url":LINK}})", u".source"_s);
    row("sound", R"({"type":"input_audio","input_audio":{"data":LINK,"format":"wav"}})", u".input_audio.data"_s);
    row("sound by its address", R"({"type":"audio_url","audio_url":{"url":LINK}})", u".audio_url"_s);
    row("a file", R"({"type":"file","file":{"filename":"a","file_data":LINK}})", u".file.file_data"_s);
    row("a film", R"({"type":"video_url","video_url":{"url":LINK}})", u".video_url"_s);
    row("frames", R"({"type":"video","video":["https://a.example/1.png",LINK]})", u".video[1]"_s);
    row("a document", R"({"type":"document_url","document_url":LINK})", u".document_url"_s);
    row("without a type", R"({"image_url":{"url":LINK}})", u".image_url"_s);
    row("the name of a file", R"({"type":"file","file":{"file_id":"f","filename":LINK}})", QString());
    row("words", R"({"type":"text","text":LINK})", QString());
    row("where words are from", R"({"type":"output_text","text":"a","annotations":[{"url":LINK}]})", QString());
}

void TestTextLinks::partsOfChats()
{
    QFETCH(QByteArray, part);
    QFETCH(const QString, place);
    const QString whole = u"messages[2].content[1]"_s + place;
    const Result<TextCall> refused = chatWith(QByteArray(part).replace("LINK", quoted("file:///a.png")));
    QCOMPARE(refused.ok(), place.isEmpty());
    const Result<TextCall> local = chatWith(QByteArray(part).replace("LINK", quoted("http://nas.lan/a.png")));
    QVERIFY(local);
    QCOMPARE(local->localLink.has_value(), !place.isEmpty());
    if (!place.isEmpty()) {
        QCOMPARE(refused.error().param, whole);
        QCOMPARE(local->localLink->place, whole);
    }
}

void TestTextLinks::otherPlaces_data()
{
    QTest::addColumn<TextKind>("kind");
    QTest::addColumn<QByteArray>("fields"); ///< with LINK in them
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, TextKind kind, const QByteArray &fields, const QString &place) {
        QTest::newRow(name) << kind << fields << place;
    };
    row("what was made", TextKind::Chat,
        R"("messages":[{"role":"assistant","content":"a","images":[{"type":"image_url","image_url":{"url":LINK}}]}])",
        u"messages[0].images[0].image_url"_s);
    row("what a tool gave", TextKind::Chat,
        R"("messages":[{"role":"tool","content":[{"type":"image_url","image_url":{"url":LINK}}]}])",
        u"messages[0].content[0].image_url"_s);
    row("a response's picture", TextKind::Responses,
        R"("input":[{"role":"user","content":[{"type":"input_image","image_url":LINK}]}])",
        u"input[0].content[0].image_url"_s);
    row("a response's file", TextKind::Responses,
        R"("input":[{"role":"user","content":"a"},{"role":"user","content":[{"type":"input_file","file_url":LINK}]}])",
        u"input[1].content[0].file_url"_s);
    row("a response's tool", TextKind::Responses,
        R"("input":[{"type":"function_call_output","call_id":"c","output":[{"type":"input_image","image_url":LINK}]}])",
        u"input[0].output[0].image_url"_s);
    row("a screen", TextKind::Responses,
        R"("input":[{"type":"computer_call_output","call_id":"c","output":{"type":"computer_screenshot","image_url":LINK}}])",
        u"input[0].output.image_url"_s);
    row("a prompt's variable", TextKind::Responses,
        R"("input":"a","prompt":{"id":"p","variables":{"x":{"type":"input_image","image_url":LINK}}})",
        u"prompt.variables.x.image_url"_s);
}

void TestTextLinks::otherPlaces()
{
    QFETCH(const TextKind, kind);
    QFETCH(QByteArray, fields);
    QFETCH(const QString, place);
    const Result<TextCall> refused =
        readTextCall(R"({"model":"m",)" + fields.replace("LINK", quoted("ftp://a.example/a.png")) + '}', kind);
    QVERIFY(!refused);
    QCOMPARE(refused.error().param, place);
    QCOMPARE(refused.error().reason, reasons::partLinkScheme(u"ftp"_s));
}

void TestTextLinks::contentIsNotRead()
{
    const QByteArray base64 = QByteArray(300'000, 'x').toBase64();
    for (const QByteArray &link : QByteArrayList {base64, "data:image/png;base64," + base64, "note: all of it"}) {
        const Result<TextCall> call = chatWith(R"({"type":"input_audio","input_audio":{"data":)" + quoted(link) + "}}");
        QVERIFY(call);
        QVERIFY(!call->localLink);
    }
}

QTEST_GUILESS_MAIN(TestTextLinks)
#include "test_textlinks.moc"
