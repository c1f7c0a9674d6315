// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/multipart.h"
#include "providers/common/receivedparts.h"
#include "tests/providers/plans.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Answers that are forms, as vendors and proxies write them.
class TestReceivedParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data();
    void parts();
    void readsOurOwn();
    void keepsBytes();
};

namespace {

QList<ReceivedPart> partsOf(const QByteArray &type, const QByteArray &body)
{
    return receivedParts(answerOf(200, body, {{"Content-Type"_ba, type}}));
}

} // namespace

/// Each part as "name|type|bytes".
void TestReceivedParts::parts_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("found");
    const QByteArray type = "multipart/form-data; boundary=ab";
    const QByteArray job = "Content-Disposition: form-data; name=\"job\"\r\nContent-Type: a/b\r\n\r\n{}";
    const QStringList one {u"job|a/b|{}"_s};
    const auto row = [](const char *name, const QByteArray &said, const QByteArray &body, const QStringList &found) {
        QTest::newRow(name) << said << body << found;
    };
    row("one", type, "--ab\r\n" + job + "\r\n--ab--\r\n", one);
    row("two", type, "--ab\r\n" + job + "\r\n--ab\r\n" + job + "\r\n--ab--", one + one);
    row("bare line ends", type, "--ab\n" + QByteArray(job).replace("\r\n", "\n") + "\n--ab--\n", one);
    row("quoted boundary", "Multipart/Form-Data; boundary=\"ab\"; x=y", "--ab\r\n" + job + "\r\n--ab--", one);
    row("something before", type, "hello\r\n--ab\r\n" + job + "\r\n--ab--", one);
    row("something after", type, "--ab\r\n" + job + "\r\n--ab--\r\n--ab\r\n" + job, one);
    row("no end", type, "--ab\r\n" + job, one);
    row("unquoted name", type, "--ab\r\ncontent-disposition: form-data; filename=x; name=job\r\n\r\n{}\r\n--ab--",
        {u"job||{}"_s});
    row("type with words", type, "--ab\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx\r\n--ab--",
        {u"|text/plain|x"_s});
    row("no headers", type, "--ab\r\n\r\nx\r\n--ab--", {u"||x"_s});
    row("nothing in it", type, "--ab\r\n\r\n\r\n--ab--", {u"||"_s});
    row("no empty line", type, "--ab\r\nContent-Type: a/b\r\n--ab--", {u"||"_s});
    row("a boundary at once", type, "--ab\r\n--ab--", {u"||"_s});
    row("another's boundary", type, "--abc\r\n" + job + "\r\n--abc--", {});
    row("no boundary", "multipart/form-data", "--ab\r\n" + job + "\r\n--ab--", {});
    row("no form", "application/json", "--ab\r\n" + job + "\r\n--ab--", {});
    row("empty", type, "", {});
    row("the end alone", type, "--ab--", {});
}

void TestReceivedParts::parts()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QStringList found;
    const QList<ReceivedPart> parts = partsOf(type, body);
    for (const ReceivedPart &part : parts) {
        found.append(part.name + u'|' + QString::fromLatin1(part.mimeType + '|' + part.bytes));
    }
    QTEST(found, "found");
}

void TestReceivedParts::readsOurOwn()
{
    Multipart form;
    form.addText(u"prompt"_s, u"ein Fuchs, größer"_s);
    form.addFile(u"image"_s, u"a \"b\".png"_s, "image/png"_ba, pngOf({3, 2}));
    const QList<ReceivedPart> parts = partsOf(form.contentType(), form.body());
    QCOMPARE(parts.size(), 2);
    QCOMPARE(QString::fromUtf8(parts.first().bytes), u"ein Fuchs, größer"_s);
    QCOMPARE(parts.last().name, u"image"_s);
    QCOMPARE(parts.last().mimeType, "image/png"_ba);
    QCOMPARE(parts.last().bytes, pngOf({3, 2}));
}

/// What looks like a line end or nearly like a boundary belongs to the picture.
void TestReceivedParts::keepsBytes()
{
    for (const QByteArray &bytes :
         {"\r\n\r\n"_ba, "a\r"_ba, "a\n--ab\nb"_ba, "\r\n--a"_ba, QByteArray("\0\r\n\0", 4)}) {
        const QByteArray body = "--ab\r\nContent-Type: a/b\r\n\r\n" + bytes + "\r\n--ab--";
        QCOMPARE(partsOf("multipart/form-data; boundary=ab"_ba, body).value(0).bytes, bytes);
    }
}

QTEST_GUILESS_MAIN(TestReceivedParts)
#include "test_receivedparts.moc"
