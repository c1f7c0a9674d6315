// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settings.h"
#include "tests/cli/cliprogram.h"
#include "tests/support/testpictures.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtEndian>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A later program may say more than the one that made the home, and names files where they are now.
QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &place = {})
{
    static const QStringList aboutFiles {u"path"_s};
    if (expected.isObject()) {
        const QJsonObject fields = expected.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (aboutFiles.contains(field.key())) {
                continue;
            }
            const QString found =
                difference(field.value(), actual.toObject().value(field.key()), place + u'.' + field.key());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    if (expected.isArray()) {
        const QJsonArray wanted = expected.toArray();
        if (actual.toArray().size() != wanted.size()) {
            return u"%1 has %2 entries, not %3"_s.arg(place).arg(actual.toArray().size()).arg(wanted.size());
        }
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (const QString found = difference(wanted.at(i), actual[i], u"%1[%2]"_s.arg(place).arg(i));
                !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    return expected == actual ? QString() : place + u" differs"_s;
}

QJsonObject readExpected(const QString &folder)
{
    QFile file(folder + u"/expected.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void copyTree(const QString &from, const QString &to)
{
    QDirIterator walk(from, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = to + u'/' + QDir(from).relativeFilePath(walk.next());
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(QFile::copy(walk.filePath(), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)); // as the program keeps them
    }
}

/// The vendor has moved to another address since; its job is where it was there.
void moveVendor(const QString &database, const QString &from, const QString &to)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"move"_s);
        db.setDatabaseName(database);
        QVERIFY(db.open());
        QSqlQuery query(db);
        query.prepare(u"UPDATE calls SET state = replace(state, ?, ?) WHERE finished = 0"_s);
        query.addBindValue(from);
        query.addBindValue(to);
        QVERIFY(query.exec());
        QVERIFY(query.numRowsAffected() > 0);
        db.close();
    }
    QSqlDatabase::removeDatabase(u"move"_s);
}

/// Of the schema of a home's database, as SQLite keeps it in the head of the file; 0: there is none.
int versionOf(const QString &folder)
{
    constexpr qsizetype place = 60;
    QFile file(folder + u"/home/lightwell.db"_s);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(place + 4) : QByteArray();
    return head.size() == place + 4 ? qFromBigEndian<qint32>(head.constData() + place) : 0;
}

QByteArray smallPng()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    discPicture({64, 64}).save(&buffer, "PNG");
    return bytes;
}

Reply finishedJob(const Received &request)
{
    if (request.method != "GET") {
        return Reply::json({}, 500); // and the test counts it
    }
    if (request.path.endsWith("/status"_L1)) {
        return Reply::json({{u"status"_s, u"COMPLETED"_s}});
    }
    const QString picture = u"data:image/png;base64,"_s + QString::fromLatin1(smallPng().toBase64());
    return Reply::json({{u"images"_s, QJsonArray {QJsonObject {{u"url"_s, picture}}}}, {u"seed"_s, 1}});
}

} // namespace

/// Whatever an earlier program has left behind is there for this one.
class TestHomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_made.isValid());
        QProcess maker;
        maker.start(QStringLiteral(LIGHTWELL_MAKE_HOME), {m_made.path()});
        QVERIFY(maker.waitForFinished(180'000));
        QVERIFY2(maker.exitCode() == 0, maker.readAllStandardError().constData());
    }

    /// Every schema that was ever released has left a home here, and the one of this build, too.
    void everySchemaHasOne()
    {
        const int newest = versionOf(m_made.path());
        QVERIFY(newest > 0);
        for (int version = 2; version <= newest; ++version) { // the first program that was released had the second
            QCOMPARE(versionOf(u"%1/schema-%2"_s.arg(QStringLiteral(LIGHTWELL_HOMES)).arg(version)), version);
        }
    }

    void opens_data() { homes(); }
    void opens()
    {
        QFETCH(QString, folder);
        const QJsonObject expected = readExpected(folder);
        CliProgram cli;
        copyTree(folder + u"/home"_s, cli.home());
        const std::pair<QString, QStringList> questions[] = {{u"requests"_s, {u"requests"_s, u"--json"_s}},
                                                             {u"usage"_s, {u"usage"_s, u"--json"_s}},
                                                             {u"budgets"_s, {u"budget"_s, u"list"_s, u"--json"_s}},
                                                             {u"clients"_s, {u"clients"_s, u"list"_s, u"--json"_s}}};
        for (const auto &[name, arguments] : questions) {
            const CliResult result = cli.run(arguments);
            QVERIFY2(result.exitCode == 0, result.err.constData());
            QVERIFY(!expected[name].isUndefined());
            const QJsonDocument said = result.json();
            const QString found =
                difference(expected[name], said.isArray() ? QJsonValue(said.array()) : QJsonValue(said.object()), name);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
        const CliResult models = cli.run({u"models"_s, u"--json"_s});
        QVERIFY2(models.out.contains("\"home-made\""), "the user's own model");
        QVERIFY2(!models.err.contains("catalog.json"), models.err.constData()); // its old form is no fault
    }

    void itsPicturesAreThere_data() { homes(); }
    void itsPicturesAreThere()
    {
        QFETCH(QString, folder);
        CliProgram cli;
        copyTree(folder + u"/home"_s, cli.home());
        int pictures = 0;
        const QJsonArray requests = cli.run({u"requests"_s, u"--json"_s}).json().array();
        for (const QJsonValue &request : requests) {
            const QJsonArray entries = request[u"pictures"].toArray();
            for (const QJsonValue &entry : entries) {
                const QString id = entry[u"id"].toString();
                const QDir shelf(cli.home() + u"/media/"_s + id.left(2));
                QCOMPARE(shelf.entryList({id + u".*"_s}).size(), 1);
                ++pictures;
            }
        }
        QCOMPARE(pictures, 6);
    }

    void keepsItsSettings_data() { homes(); }
    void keepsItsSettings()
    {
        QFETCH(QString, folder);
        const Settings settings(folder + u"/home/settings.ini"_s);
        QCOMPARE(settings.toInt(Setting::RequestTimeoutSeconds), 432);
        QCOMPARE(settings.toInt(Setting::GatewayPort), 4799);
        QCOMPARE(settings.toStringList(Setting::ProviderOrder), QStringList({u"fal"_s, u"openai"_s}));
        QCOMPARE(settings.toStringList(Setting::GatewayOrigins), QStringList(u"https://app.example"_s));
        QCOMPARE(settings.toStringList(Setting::GatewayHosts), QStringList(u"studio.lan"_s));
        QCOMPARE(settings.toString(Setting::Theme), u"dark"_s);
    }

    void keepsItsKeys_data() { homes(); }
    void keepsItsKeys()
    {
        QFETCH(QString, folder);
        CliProgram cli;
        copyTree(folder + u"/home"_s, cli.home());
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"paper boat"_s);
        const QJsonArray keys = cli.run({u"keys"_s, u"list"_s, u"--json"_s}).json().array();
        QStringList inFile;
        for (const QJsonValue &key : keys) {
            if (key[u"source"].toString() == "encrypted_file"_L1) {
                inFile.append(key[u"provider"].toString());
            }
        }
        QCOMPARE(inFile, QStringList(u"replicate"_s));
    }

    void takesItsJobUp_data() { homes(); }
    void takesItsJobUp()
    {
        QFETCH(QString, folder);
        TestServer vendor(finishedJob, {TestServer::Thread::Own, {}});
        CliProgram cli;
        copyTree(folder + u"/home"_s, cli.home());
        moveVendor(cli.home() + u"/lightwell.db"_s, readExpected(folder)[u"fal"].toString(), vendor.url().toString());
        cli.setVariable(u"FAL_KEY"_s, u"fal-id:fal-secret"_s);
        cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, vendor.url().toString());
        const QJsonObject running = cli.run({u"requests"_s, u"--json"_s}).json().array().first().toObject();
        QVERIFY(running[u"interrupted"].toBool());
        const CliResult asked = cli.run({u"requests"_s, u"ask"_s, running[u"id"].toString()});
        QVERIFY2(asked.exitCode == 0, asked.err.constData());
        const QJsonObject done = cli.run({u"requests"_s, u"--json"_s}).json().array().first().toObject();
        QCOMPARE(done[u"id"], running[u"id"]);
        QCOMPARE(done[u"status"].toString(), u"completed"_s);
        QCOMPARE(done[u"pictures"].toArray().size(), 1);
        const QList<Received> calls = vendor.received();
        QVERIFY(!calls.isEmpty());
        for (const Received &call : calls) {
            QCOMPARE(call.method, QByteArray("GET")); // nothing was ordered, and paid, once more
        }
    }

private:
    void homes()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("of this build") << m_made.path();
        const QDir kept(QStringLiteral(LIGHTWELL_HOMES));
        const QStringList names = kept.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << kept.filePath(name);
        }
    }

    QTemporaryDir m_made;
};

QTEST_GUILESS_MAIN(TestHomes)
#include "test_homes.moc"
