// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QStringList codesOf(const CliResult &doctor)
{
    QStringList codes;
    const QJsonArray checks = doctor.json()["checks"_L1].toArray();
    for (const QJsonValue &check : checks) {
        if (const QString code = check["code"_L1].toString(); !code.isEmpty()) {
            codes.append(code);
        }
    }
    return codes;
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// The folders and files the command line reads and writes, and who else could.
class TestCliPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsForOthersWhateverTheUmask()
    {
        const QByteArray key = "fal-canary-6f2a:0123456789";
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        const mode_t before = ::umask(0);
        for (const QStringList &arguments :
             {QStringList {u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s, u"512x512"_s,
                           u"-o"_s, cli.path(u"out.png"_s)},
              {u"budget"_s, u"set"_s, u"2"_s, u"--period"_s, u"day"_s},
              {u"clients"_s, u"add"_s, u"editor"_s},
              {u"doctor"_s}}) {
            const CliResult result = cli.run(arguments);
            QVERIFY2(result.exitCode == 0, result.err.constData());
        }
        const CliResult set = cli.run({u"keys"_s, u"set"_s, u"fal"_s, u"--place"_s, u"file"_s}, key + '\n');
        ::umask(before);
        QVERIFY2(set.exitCode == 0, set.err.constData());
        int files = 0;
        QDirIterator all(cli.home(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            struct stat info = {};
            QVERIFY(::lstat(QFile::encodeName(path).constData(), &info) == 0);
            QVERIFY2((info.st_mode & 077) == 0, qPrintable(path));
            if (S_ISREG(info.st_mode)) {
                ++files;
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(key.left(10)), qPrintable(path));
            }
        }
        QVERIFY2(files >= 5,
                 qPrintable(QString::number(files))); // database, picture, log, key file, what was seen of it
        QVERIFY(QFile::exists(cli.home() + "/keys.encrypted"_L1) && QFile::exists(cli.home() + "/keys.seen"_L1));
    }

    void onlyFilesAreRead_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        for (const QString &option : {u"--image"_s, u"--mask"_s}) {
            QTest::addRow("%s: a device", qPrintable(option)) << option << u"/dev/zero"_s << u"is a device"_s;
            QTest::addRow("%s: a pipe", qPrintable(option)) << option << u"PIPE"_s << u"is a pipe"_s;
            QTest::addRow("%s: a folder", qPrintable(option)) << option << u"/tmp"_s << u"is a folder"_s;
            QTest::addRow("%s: nothing", qPrintable(option)) << option << u"/no/such"_s << u"cannot be read"_s;
            QTest::addRow("%s: too much", qPrintable(option)) << option << u"HUGE"_s << u"has more than 200 MiB"_s;
        }
        QTest::newRow("-o: a pipe") << u"-o"_s << u"PIPE"_s << u"is a pipe"_s;
    }
    void onlyFilesAreRead()
    {
        QFETCH(QString, option);
        QFETCH(QString, path);
        QFETCH(QString, words);
        CliProgram cli;
        const QString pipe = cli.path(u"pipe.png"_s);
        const QString huge = cli.path(u"huge.png"_s);
        QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
        QFile sparse(huge);
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(201 * 1024 * 1024));
        path.replace(u"PIPE"_s, pipe).replace(u"HUGE"_s, huge);
        QStringList arguments {u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, option, path};
        if (option != "-o"_L1) {
            arguments += {u"-o"_s, cli.path(u"out/"_s)};
        }
        const CliResult result = cli.run(arguments);
        QVERIFY(result.exitCode == 1 || result.exitCode == 2);
        QVERIFY2(result.err.contains(words.toUtf8()) && result.err.contains(path.toUtf8()), result.err.constData());
        QVERIFY(cli.run({u"requests"_s, u"--json"_s}).json().array().isEmpty());
    }

    void aPipeInTheHomeHangsNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"settings.ini"_s, u"catalog.json"_s, u"keys.encrypted"_s, u"lightwell.db"_s,
                                    u"logs/lightwell.log"_s, u"keys.seen"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void aPipeInTheHomeHangsNothing()
    {
        QFETCH(QString, name);
        CliProgram cli;
        const QString path = cli.home() + u'/' + name;
        QVERIFY(QDir().mkpath(cli.home() + "/logs"_L1));
        QVERIFY(::mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
        const CliResult result = cli.run({u"requests"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(path.toUtf8()), result.err.constData());
        const CliResult doctor = cli.run({u"doctor"_s, u"--json"_s});
        QCOMPARE(doctor.exitCode, 1);
        QVERIFY2(codesOf(doctor).contains(u"not_a_file"_s), doctor.out.constData());
    }

    void anotherUsersHomeIsNotTakenForGood()
    {
        if (::geteuid() != 0) {
            QSKIP("Only root can give a folder away.");
        }
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        const QByteArray home = QFile::encodeName(cli.home());
        QVERIFY(::chown(home.constData(), 1, 1) == 0 && ::chmod(home.constData(), 0777) == 0);
        const CliResult told = cli.run({u"requests"_s});
        QCOMPARE(told.exitCode, 0); // root may, but is told
        QVERIFY2(told.err.contains(home) && told.err.contains("belongs to the user"), told.err.constData());
        QVERIFY(codesOf(cli.run({u"doctor"_s, u"--json"_s})).contains(u"other_owner"_s));
    }

    void manyFaultsOfACatalogAreFewLines()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        const std::pair<int, QByteArray> cases[] = {{1'000'000, "more are left out"}, {3'000'000, "more than"}};
        for (const auto &[models, told] : cases) {
            QVERIFY(put(cli.home() + "/catalog.json"_L1,
                        "{\"models\":[" + QByteArray("{},").repeated(models - 1) + "{}]}"));
            const CliResult result = cli.run({u"models"_s, u"--json"_s});
            QCOMPARE(result.exitCode, 0);
            QVERIFY2(result.err.count('\n') < 30, result.err.left(2000).constData());
            QVERIFY2(result.err.contains(told), result.err.constData());
        }
        QVERIFY(put(cli.home() + "/catalog.json"_L1, QByteArray(17LL * 1024 * 1024, ' ')));
        const CliResult huge = cli.run({u"models"_s, u"--json"_s});
        QVERIFY2(huge.err.contains("has more than 16 MiB"), huge.err.constData());
    }

    void whatWaitsInTheBooksIsTold()
    {
        CliProgram cli;
        QVERIFY(cli.run({u"requests"_s}).exitCode == 0);
        {
            const auto store = Store::open(cli.home() + "/lightwell.db"_L1);
            QVERIFY(store.ok());
            const QString sql =
                u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, "
                "cost, created_at) VALUES ('gen_%1/0', 'gen_%1', 'fal', 'm', '', 'settled', 30000, "
                "6400000000000000000, 1)"_s;
            for (int number = 1; number <= 2; ++number) {
                QVERIFY(store.value()
                            ->run([&](Database &database) { return change(database, sql.arg(number)).ok(); })
                            .result());
            }
        }
        for (const QStringList &arguments : {QStringList {u"usage"_s},
                                             {u"budget"_s, u"list"_s},
                                             {u"requests"_s},
                                             {u"budget"_s, u"set"_s, u"1"_s, u"--period"_s, u"total"_s}}) {
            const CliResult result = cli.run(arguments);
            QVERIFY2(result.exitCode == 0, result.err.constData());
        }
        QCOMPARE(cli.run({u"usage"_s, u"--json"_s}).json()["unknown"_L1].toInt(), 2);
        const CliResult doctor = cli.run({u"doctor"_s, u"--json"_s});
        QVERIFY2(doctor.exitCode == 0 && codesOf(doctor).contains(u"lost_record"_s), doctor.out.constData());
        for (const QString &id : {u"gen_1"_s, u"gen_2"_s}) {
            const CliResult settled = cli.run({u"requests"_s, u"settle"_s, id, u"--cost"_s, u"0.04"_s});
            QVERIFY2(settled.exitCode == 0, settled.err.constData());
        }
        QVERIFY(!codesOf(cli.run({u"doctor"_s, u"--json"_s})).contains(u"lost_record"_s));
        QCOMPARE(cli.run({u"usage"_s, u"--json"_s}).json()["total"_L1].toDouble(), 0.08);
    }
};

QTEST_GUILESS_MAIN(TestCliPlaces)
#include "test_cliplaces.moc"
