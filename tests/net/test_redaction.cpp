// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"
#include "core/transport/log.h"

#include <QDir>

#include <sys/stat.h>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesKeys_data();
    void hidesKeys();
    void leavesPlainText_data();
    void leavesPlainText();
    void targetHasNoQuery();
    void knowsSecretHeaders();
    void logFileIsRedacted();
    void foreignWordsAreOneLine();
    void rotatedLogsAreTheOwners();
    void aLinkInPlaceOfTheLogIsNotFollowed();
};

void TestRedaction::hidesKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char *name, const char *before, const char *secret, const char *after) {
        QTest::newRow(name) << QString::fromLatin1(before) + QString::fromLatin1(secret) + QString::fromLatin1(after)
                            << QString::fromLatin1(secret);
    };
    row("bearer", "Authorization: Bearer ", "abcDEF0123456789", "");
    row("bearer alone", "sent bearer ", "abcDEF0123456789", " to host");
    row("fal", "authorization: Key ", "0b1c2d3e-aaaa-bbbb-cccc-0123456789ab:0123456789abcdef0123", " end");
    row("fal alone", "the key ", "0b1c2d3e-aaaa-bbbb-cccc-0123456789ab:0123456789abcdef0123", " is wrong");
    row("openai", "Incorrect API key provided: ", "sk-proj-abcdefghijklmnop1234", ". Find yours");
    row("replicate", "token ", "r8_ABCDEFGHIJKLMNOP", "");
    row("google", "API key ", "AIzaSyABCDEFGHIJKLMN_opq-r", " not valid");
    row("google query", "GET /v1/models?key=", "somethingsecret", "&alt=json");
    row("json", "{\"api_key\": \"", "0123456789abcdef", "\"}");
    row("bfl", "x-key: ", "0123-4567-89ab", "");
    row("google header", "x-goog-api-key=", "abcdefgh123", "");
    row("ours", "client ", "lw-0123456789abcdefghij", " refused");
    row("black forest labs", "key ", "bfl_0123456789abcdef", " refused");
    row("aws", "credential ", "AKIAIOSFODNN7EXAMPLE", "/2026");
    row("jwt", "token is ", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def", "");
    row("basic", "Authorization: Basic ", "dXNlcjpwYXNz", "");
    row("cookie", "cookie: ", "session=abcdef", "");
    for (const char *beginning : {"sk-", "sk_", "xai-", "xai_",   "gsk-",   "gsk_",      "tgp-",  "tgp_", "hf_",
                                  "fw_", "r8_", "bfl_", "lmnfl_", "nvapi-", "luma-api-", "AIza",  "pk-",  "pk_",
                                  "rk-", "rk_", "lw-",  "lw_",    "key-",   "key_",      "ya29.0"}) {
        const QByteArray key = QByteArray(beginning) + "XYZXYZXYZXYZ";
        row(key.constData(), "saw ", key.constData(), " there");
    }
    const QStringList listed = keyBeginnings().remove(u'\\').split(u'|'); // also those that are added one day
    for (const QString &beginning : listed) {
        const QByteArray key = beginning.toLatin1() + "0123456789";
        row(key.constData(), "saw ", key.constData(), " there");
    }
    row("it begins with AKIA", "saw ", "AKIA222222222222", " there");
    row("it begins with ASIA", "saw ", "ASIA222222222222", " there");
    row("it begins with eyJ", "saw ", "eyJXXXXXXXXX.XXX", " there");
    for (const char digit : {'0', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'}) {
        const QByteArray key = QByteArray(8, digit) + '-' + QByteArray(4, digit) + '-' + QByteArray(4, digit) + '-'
            + QByteArray(4, digit) + '-' + QByteArray(12, digit) + ':' + QByteArray(16, digit);
        row(key.constData(), "saw ", key.constData(), " there");
    }
    for (const char *name :
         {"authorization", "Proxy-Authorization", "COOKIE", "x-key", "X-API-KEY", "x-goog-api-key", "apikey", "API_KEY",
          "access_token", "accesstoken", "Token", "SECRET", "signature", "sig", "SIG", "password", "KEY"}) {
        for (const char *between : {":", "=", " : ", "\" : \"", "' = '", "\t=\n"}) {
            const QByteArray before = "of " + QByteArray(name) + between;
            row(before.constData(), before.constData(), "XYZXYZ", " there");
        }
    }
}

void TestRedaction::hidesKeys()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const QString result = redacted(text);
    QVERIFY2(!result.contains(secret), qPrintable(result));
    QVERIFY(result.contains(u"[redacted]"_s));
    QVERIFY(result.startsWith(text.left(3)));
}

void TestRedaction::leavesPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"The model sketchbook-scene made 2 pictures in 4.1 s."_s;
    QTest::newRow("log line") << u"POST queue.fal.run /fal-ai/flux-2-pro 200 1234 B 532 ms"_s;
    QTest::newRow("size") << u"size must be one of 1024x1024, 1536x1024"_s;
    QTest::newRow("id") << u"gen_0123456789abcdef finished"_s;
    QTest::newRow("a model") << u"POST api.lumalabs.ai /v1/luma-photon-flash-1 200"_s;
    QTest::newRow("about keys") << u"Add a key on the Keys page."_s;
    QTest::newRow("marks") << u":=\"':' = x: 'y' z= "_s;
}

void TestRedaction::leavesPlainText()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedaction::targetHasNoQuery()
{
    QCOMPARE(loggableTarget("GET", QUrl(u"https://me:pw@h.example:8443/v1/x?key=abc#frag"_s)),
             u"GET h.example:8443 /v1/x"_s);
    QCOMPARE(loggableTarget("POST", QUrl(u"https://h.example/bot/sk-abcdefghijklmnopq/x"_s)),
             u"POST h.example /bot/[redacted]/x"_s);
    QCOMPARE(loggableTarget("POST", QUrl(u"https://h.example"_s)), u"POST h.example"_s);
}

void TestRedaction::knowsSecretHeaders()
{
    for (const QByteArray &name : {"Authorization"_ba, "X-Key"_ba, "x-api-key"_ba, "x-goog-api-key"_ba, "Cookie"_ba}) {
        QVERIFY(isSecretHeader(name));
    }
    for (const QByteArray &name : {"Content-Type"_ba, "Retry-After"_ba}) {
        QVERIFY(!isSecretHeader(name));
    }
}

void TestRedaction::logFileIsRedacted()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lightwell.log"_s);
    {
        const LogFile log(path);
        QVERIFY(log.isOpen());
        qCInfo(httpLog) << "GET /?key=canary0123456789";
        qWarning("plain words");
    }
    qWarning("after the end");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("info lightwell.http: "));
    QVERIFY(text.contains("plain words\n"));
    QVERIFY(!text.contains("canary"));
    QVERIFY(!text.contains("after the end"));
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QVERIFY(!LogFile(folder.path()).isOpen());
}

namespace {

QStringList heard;

void listen(QtMsgType, const QMessageLogContext &, const QString &text)
{
    heard.append(text);
}

} // namespace

/// Neither in the file nor where it went before: a vendor's words are one line, whatever they are.
void TestRedaction::foreignWordsAreOneLine()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lightwell.log"_s);
    const QString fake = u"2026-01-01T00:00:00.000Z info lightwell.gateway: GET /healthz 200"_s;
    heard.clear();
    qInstallMessageHandler(listen);
    {
        const LogFile log(path);
        qCWarning(httpLog).noquote() << u"said: x\r\n"_s + fake
                + u"\u2028\u001B[2J\u009B2J\u202E sk-canary0123456789ab"_s;
        qCWarning(httpLog).noquote() << QString(100'000, u'a');
    }
    {
        const LogFile unwritable(folder.path());
        QVERIFY(!unwritable.isOpen());
        qCWarning(httpLog).noquote() << u"\u001B[2J"_s;
    }
    qInstallMessageHandler(nullptr);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QCOMPARE(lines.size(), 3); // the last is empty
    const QString shown = u"said: x␍␊"_s + fake + u"\uFFFD␛[2J\uFFFD2J\uFFFD [redacted]"_s;
    QVERIFY2(lines.first().endsWith(u" warning lightwell.http: "_s + shown), qPrintable(lines.first()));
    QVERIFY(lines.at(1).size() < 5000);
    QCOMPARE(heard.size(), 3);
    QCOMPARE(heard.first(), shown);
    QCOMPARE(heard.last(), u"␛[2J"_s);
}

/// A full log begins anew beside the last one; nobody else can read either, whatever the system's default is.
void TestRedaction::aLinkInPlaceOfTheLogIsNotFollowed()
{
    QTemporaryDir folder;
    const QString other = folder.filePath(u"other"_s);
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QString path = folder.filePath(u"lightwell.log"_s);
    QVERIFY(QFile::link(other, path));
    qInstallMessageHandler(listen);
    {
        const LogFile log(path);
        QVERIFY(!log.isOpen());
        qCInfo(httpLog) << "a line";
    }
    qInstallMessageHandler(nullptr);
    heard.clear();
    QCOMPARE(QFileInfo(other).size(), 0);
}

void TestRedaction::rotatedLogsAreTheOwners()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lightwell.log"_s);
    const mode_t before = umask(0);
    qInstallMessageHandler(listen); // which keeps them from the terminal
    {
        const LogFile log(path);
        const QString line(3900, u'a');
        for (int i = 0; i < 3000; ++i) { // two times 5 MiB, and some
            qCInfo(httpLog).noquote() << line;
        }
    }
    qInstallMessageHandler(nullptr);
    umask(before);
    heard.clear();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({u"lightwell.log"_s, u"lightwell.log.1"_s}));
    for (const QString &name : {path, QString(path + u".1"_s)}) {
        QVERIFY2(
            !(QFile::permissions(name)
              & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)),
            qPrintable(name));
        QVERIFY(QFileInfo(name).size() > 0);
        QVERIFY(QFileInfo(name).size() < 6 * 1024 * 1024);
    }
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "test_redaction.moc"
