// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Links to pictures: nobody makes one up, and those of a client end with the client.
#include "core/gateway/filelinks.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/gateway/gatewayrig.h"

#include <QMessageAuthenticationCode>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret(32, 's');

Picture pictureNamed(const QString &id)
{
    Picture picture;
    picture.id = id;
    picture.format = ImageFormat::Png;
    return picture;
}

QString signedName(const QByteArray &key, const QString &stem, const QString &suffix)
{
    const QByteArray text = (stem + u'.' + suffix).toUtf8();
    const QByteArray sign = QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).left(16).toHex();
    return stem + u'-' + QString::fromLatin1(sign) + u'.' + suffix;
}

} // namespace

class TestFileLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void forgedNames_data();
    void forgedNames();
    void forgedPaths_data();
    void forgedPaths();
    void linksEndWithTheirClient();
    void linksOfEarlierReleases();
    void linksWithoutKeys();

private:
    static QByteArray linkFor(const GatewayRig &rig, const QByteArray &key);
    static RawAnswer fetch(const GatewayRig &rig, const QByteArray &path, const QByteArray &method = "GET");
};

/// The path of the one picture that the toy vendor makes.
QByteArray TestFileLinks::linkFor(const GatewayRig &rig, const QByteArray &key)
{
    const QByteArray header = key.isEmpty() ? QByteArray() : "Authorization: Bearer " + key + "\r\n";
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), header));
    const QUrl url(answer.json().value("data"_L1).toArray().first().toObject().value("url"_L1).toString());
    return url.path(QUrl::FullyEncoded).toLatin1();
}

RawAnswer TestFileLinks::fetch(const GatewayRig &rig, const QByteArray &path, const QByteArray &method)
{
    return rig.ask(method + ' ' + path + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
}

void TestFileLinks::names()
{
    const FileLinks links(secret);
    const Picture picture = pictureNamed(QString(64, u'a'));
    const QString mine = links.nameFor(picture, u"cl_1"_s);
    QCOMPARE(links.read(mine), (FileLink {picture.id, u"cl_1"_s}));
    QVERIFY(links.nameFor(picture, u"cl_2"_s) != mine);
    QVERIFY(mine.size() < 140);
    QCOMPARE(links.read(links.nameFor(picture, {})), (FileLink {picture.id, {}}));
    QVERIFY(!FileLinks(QByteArray(32, 't')).read(mine));
    QVERIFY(!FileLinks().read(FileLinks().nameFor(picture, u"cl_1"_s))); // without a secret nothing is valid
}

void TestFileLinks::forgedNames_data()
{
    QTest::addColumn<QString>("name");
    const FileLinks links(secret);
    const QString picture(64, u'a');
    const QString mine = links.nameFor(pictureNamed(picture), u"cl_1"_s);
    const QString nobodys = links.nameFor(pictureNamed(picture), {});
    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << u"."_s;
    QTest::newRow("dashes") << u"--.png"_s;
    QTest::newRow("no signature") << picture + u".png"_s;
    QTest::newRow("empty signature") << picture + u"-.png"_s;
    QTest::newRow("shorter signature") << QString(nobodys).remove(nobodys.size() - 5, 1);
    QTest::newRow("other picture") << QString(mine).replace(0, 1, u'b');
    QTest::newRow("other client") << QString(mine).replace(u"cl_1"_s, u"cl_2"_s);
    QTest::newRow("client taken out") << QString(mine).remove(u"-cl_1"_s);
    QTest::newRow("client put in") << QString(nobodys).insert(64, u"-cl_1"_s);
    QTest::newRow("client emptied") << QString(mine).replace(u"-cl_1-"_s, u"--"_s);
    QTest::newRow("client doubled") << QString(mine).replace(u"-cl_1-"_s, u"-cl_1-cl_1-"_s);
    QTest::newRow("other suffix") << mine.chopped(3) + u"svg"_s;
    QTest::newRow("two suffixes") << mine + u".png"_s;
    QTest::newRow("upper case") << mine.toUpper();
    QTest::newRow("wide digits") << QString(mine).replace(mine.size() - 5, 1, QChar(0xff11));
}

void TestFileLinks::forgedNames()
{
    QFETCH(QString, name);
    QVERIFY(!FileLinks(secret).read(name));
}

void TestFileLinks::forgedPaths_data()
{
    QTest::addColumn<QByteArray>("path"); // LINK: the name of a good one; ID: the picture's content address
    QTest::addColumn<int>("status");
    const auto row = [](const char *path, int status = 404) { QTest::newRow(path) << QByteArray(path) << status; };
    row("/v1/files/LINK", 200);
    row("/openai/v1/files/LINK", 200);
    row("/v1/files/LINK?x=1", 200); // whatever a browser or a proxy adds
    row("/v1/files/ID");
    row("/v1/files/ID.png");
    row("/v1/files/./LINK");
    row("/v1/files//LINK");
    row("/v1/files/../files/LINK");
    row("/v1/files/../../etc/passwd");
    row("/v1/files/..%2F..%2Fetc%2Fpasswd");
    row("/v1/files/%2e%2e/%2e%2e/etc/passwd");
    row("/v1/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd");
    row("/v1/files/%252e%252e%252fetc%252fpasswd");
    row("/v1/files/..%5C..%5Cetc%5Cpasswd");
    row("/v1/files/..\\..\\etc\\passwd", 400); // no character of an address
    row("/v1/files/%00");
    row("/v1/files/LINK%00");
    row("/v1/files/LINK%00.png");
    row("/v1/files/%0d%0aX-Evil:%201");
    row("/v1/files/%c0%ae%c0%ae/etc/passwd"); // overlong
    row("/v1/files/%ff%fe");
    row("/v1/files/LINK/");
    row("/v1/files/LINK/x");
    row("/v1/files/LINK;v=1");
    row("/v1/files/LINK%20");
    row("/v1/files/LINK.png");
    row("/v1/files/ID-00000000000000000000000000000000.png");
    row("/v1/files//etc/passwd");
    row("/v1/files/%2fetc%2fpasswd");
    row("/v1/files/file:%2f%2f%2fetc%2fpasswd");
    row("/v1/files/", 401); // no file: nothing is open there
    row("/v1/Files/LINK", 200); // the same link in another spelling
    row("/v1/files", 401);
}

void TestFileLinks::forgedPaths()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    static GatewayRig rig;
    static QByteArray name;
    if (name.isEmpty()) {
        rig.start();
        name = linkFor(rig, rig.key).mid(10);
    }
    path.replace("LINK", name).replace("ID", name.left(64));
    const RawAnswer answer = fetch(rig, path);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.body.contains("root:"));
    QVERIFY(!answer.body.contains("passwd"));
    QVERIFY(answer.header("X-Evil").isEmpty());
    if (status == 200) {
        QCOMPARE(answer.header("Content-Type"), "image/png"_ba);
        QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff"_ba);
        QVERIFY(answer.header("Content-Security-Policy").contains("default-src 'none'"));
    }
}

void TestFileLinks::linksEndWithTheirClient()
{
    GatewayRig rig;
    EnginePolicy policy;
    policy.embedRecipe = false; // it has the time in it
    rig.rig.engine->setPolicy(policy);
    rig.start();
    const NewClient other = *await(rig.clients.add(u"other"_s));
    const QByteArray mine = linkFor(rig, rig.key);
    const QByteArray theirs = linkFor(rig, other.key);
    QVERIFY(mine != theirs);
    QCOMPARE(mine.mid(10, 64), theirs.mid(10, 64)); // the same picture
    QCOMPARE(fetch(rig, mine).status, 200);
    QCOMPARE(fetch(rig, theirs).status, 200);
    QVERIFY(!theirs.contains(other.key));
    // As another program does it, with a registry of its own.
    ClientRegistry elsewhere(*rig.rig.store);
    QVERIFY(await(elsewhere.revoke(u"other"_s)).ok());
    QCOMPARE(fetch(rig, theirs).status, 404);
    QCOMPARE(fetch(rig, theirs, "POST").status, 405);
    QCOMPARE(fetch(rig, mine).status, 200);
    // The same name anew is another client.
    QVERIFY(await(rig.clients.add(u"other"_s)).ok());
    QCOMPARE(fetch(rig, theirs).status, 404);
    rig.start();
    QCOMPARE(fetch(rig, theirs).status, 404);
    QCOMPARE(fetch(rig, mine).status, 200);
    // A client whose record is gone is none.
    await(rig.rig.store->run([](Database &database) { return change(database, u"DELETE FROM clients"_s).ok(); }));
    QCOMPARE(fetch(rig, mine).status, 404);
}

void TestFileLinks::linksOfEarlierReleases()
{
    GatewayRig rig;
    rig.start();
    const QByteArray mine = linkFor(rig, rig.key);
    const QByteArray key = *await(rig.clients.linkSecret());
    const QByteArray old = "/v1/files/" + signedName(key, QString::fromLatin1(mine.mid(10, 64)), u"png"_s).toLatin1();
    QCOMPARE(old.size(), 10 + 64 + 1 + 32 + 4);
    QCOMPARE(fetch(rig, old).status, 200);
    QVERIFY(await(rig.clients.revoke(u"test"_s)).ok());
    QCOMPARE(fetch(rig, mine).status, 404);
    QCOMPARE(fetch(rig, old).status, 200);
}

void TestFileLinks::linksWithoutKeys()
{
    GatewayRig rig;
    GatewayOptions options;
    options.requireKey = false;
    rig.start(options);
    QCOMPARE(fetch(rig, linkFor(rig, {})).status, 200);
}

QTEST_GUILESS_MAIN(TestFileLinks)
#include "test_filelinks.moc"
