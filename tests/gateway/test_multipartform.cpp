// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/multipartform.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QByteArray type = "multipart/form-data; boundary=b";

QByteArray field(const QByteArray &disposition, const QByteArray &content, const QByteArray &more = {})
{
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}

QStringList read(const QByteArray &contentType, const QByteArray &body)
{
    const Result<QList<FormField>> form = readMultipartForm(contentType, body);
    if (!form) {
        return {u"refused"_s};
    }
    QStringList found;
    for (const FormField &one : *form) {
        found.append(one.name + (one.isFile ? u"="_s : u":"_s) + QString::fromLatin1(one.content));
    }
    return found;
}

} // namespace

class TestMultipartForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("found");
        const QByteArray end = "--b--\r\n";
        const auto row = [&](const char *name, const QByteArray &body, const QStringList &found) {
            QTest::newRow(name) << body << found;
        };
        row("nothing", end, {});
        row("a word", field("name=\"a\"", "1") + end, {u"a:1"_s});
        row("without quotes", field("name=a", "1") + end, {u"a:1"_s});
        row("two", field("name=\"a\"", "1") + field("name=\"b\"", "2") + end, {u"a:1"_s, u"b:2"_s});
        row("a file", field("name=\"image\"; filename=\"x.png\"", "bytes", "Content-Type: image/png\r\n") + end,
            {u"image=bytes"_s});
        row("a file named in other letters", field("name=\"image\"; filename*=UTF-8''x.png", "bytes") + end,
            {u"image=bytes"_s});
        row("a file without a name", field("name=\"image\"; filename=\"\"", "bytes") + end, {u"image=bytes"_s});
        row("line breaks and dashes inside", field("name=\"a\"", "x\r\n--\r\n--c\r\n\r\ny") + end,
            {u"a:x\r\n--\r\n--c\r\n\r\ny"_s});
        row("empty", field("name=\"a\"", "") + end, {u"a:"_s});
        row("escaped quotes", field("name=\"a%22b\"", "1") + field("name=\"c\\\"d\"", "2") + end,
            {u"a\"b:1"_s, u"c\"d:2"_s});
        row("a semicolon in the name", field("name=\"a;b\"", "1") + end, {u"a;b:1"_s});
        row("other heads", field("name=\"a\"", "1", "X-More: yes\r\n") + end, {u"a:1"_s});
        row("without the last line break", QByteArray(field("name=\"a\"", "1") + end).chopped(2), {u"a:1"_s});
        row("something after the end", field("name=\"a\"", "1") + end + "more", {u"a:1"_s});
        row("a line break before the beginning", "\r\n" + field("name=\"a\"", "1") + end, {u"a:1"_s});
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, found);
        QCOMPARE(read(type, body), found);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = field("name=\"a\"", "1") + "--b--\r\n";
        const auto row = [&](const char *name, const QByteArray &contentType, const QByteArray &body) {
            QTest::newRow(name) << contentType << body;
        };
        row("no boundary", "multipart/form-data", good);
        row("an empty boundary", "multipart/form-data; boundary=", good);
        row("two boundaries", "multipart/form-data; boundary=b; boundary=b", good);
        row("a boundary without its quote", "multipart/form-data; boundary=\"b", good);
        row("a boundary of other characters", "multipart/form-data; boundary=\"b\x01\"", good);
        row("a long boundary", "multipart/form-data; boundary=" + QByteArray(71, 'b'), good);
        row("another boundary", "multipart/form-data; boundary=c", good);
        row("no bytes", type, "");
        row("words before the beginning", type, "hello\r\n" + good);
        row("no end", type, field("name=\"a\"", "1"));
        row("cut off in the content", type, good.left(good.indexOf("1\r\n")));
        row("cut off in the head", type, good.left(20));
        row("no head", type, "--b\r\n\r\n1\r\n--b--\r\n");
        row("no name", type, field("filename=\"x\"", "1") + "--b--\r\n");
        row("an empty name", type, field("name=\"\"", "1") + "--b--\r\n");
        row("two names", type, field("name=\"a\"; name=\"b\"", "1") + "--b--\r\n");
        row("two dispositions", type,
            field("name=\"a\"", "1", "Content-Disposition: form-data; name=\"b\"\r\n") + "--b--\r\n");
        row("no form", type, "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--\r\n");
        row("a name without its quote", type, field("name=\"a", "1") + "--b--\r\n");
        row("a long head", type, field("name=\"a\"", "1", "X: " + QByteArray(9000, 'x') + "\r\n") + "--b--\r\n");
        row("many fields", type, field("name=\"a\"", "1").repeated(129) + "--b--\r\n");
        row("something after a boundary", type, field("name=\"a\"", "1") + "--bx\r\n");
    }
    void refuses()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        const Result<QList<FormField>> form = readMultipartForm(contentType, body);
        QVERIFY(!form);
        QCOMPARE(form.error().kind, ErrorKind::Invalid);
        QCOMPARE(form.error().billing, Billing::NotBilled);
    }

    void knowsTheType()
    {
        QVERIFY(isMultipartForm(type));
        QVERIFY(isMultipartForm("Multipart/Form-Data; charset=utf-8; boundary=x"));
        QVERIFY(!isMultipartForm("multipart/mixed; boundary=b"));
        QVERIFY(!isMultipartForm("application/json"));
        QVERIFY(!isMultipartForm(""));
    }
};

QTEST_GUILESS_MAIN(TestMultipartForm)
#include "test_multipartform.moc"
