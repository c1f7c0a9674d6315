// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kept answers as files that several programs share.
#include "core/gateway/replay/madepictures.h"
#include "core/gateway/replay/recordings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Recording recording(const QString &generation, qint64 age = 0)
{
    Recording made;
    made.createdAt = QDateTime::currentDateTimeUtc().addSecs(-age);
    made.id = newRecordingId(made.createdAt);
    made.client = u"cl_1"_s;
    made.fingerprint = "x";
    made.fields = {{u"model"_s, u"m"_s}, {u"prompt"_s, u"a boat"_s}};
    made.generation = generation;
    return made;
}

QStringList generations(const QList<Recording> &recordings)
{
    QStringList names;
    for (const Recording &one : recordings) {
        names.append(one.generation);
    }
    return names;
}

QStringList all(Recordings &recordings)
{
    return generations(recordings.newest([](const Recording &) { return true; }, QDateTime::currentDateTimeUtc()));
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestRecordings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    [[nodiscard]] QString folder() const { return m_home->filePath(u"recordings"_s); }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void theNewestComesFirst()
    {
        Recordings recordings(folder());
        QVERIFY(all(recordings).isEmpty());
        for (const auto &[name, age] : {std::pair(u"b"_s, 20), {u"c"_s, 10}, {u"a"_s, 30}}) {
            QVERIFY(recordings.add(recording(name, age)));
        }
        QCOMPARE(all(recordings), QStringList({u"c"_s, u"b"_s, u"a"_s}));
        Recordings next(folder()); // of the next start
        QCOMPARE(all(next), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    }

    void nobodyElseReadsThem()
    {
        Recordings recordings(folder());
        const Recording one = recording(u"a"_s);
        QVERIFY(recordings.add(one));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder()) & others));
        QVERIFY(!(QFile::permissions(folder() + u'/' + one.id + u".json"_s) & others));
    }

    void twoProgramsShareThem()
    {
        Recordings first(folder());
        Recordings second(folder());
        const Recording one = recording(u"a"_s);
        QVERIFY(first.add(one));
        QCOMPARE(all(second), QStringList(u"a"_s));
        QVERIFY(second.remove(one.id));
        QVERIFY(all(first).isEmpty());
        QVERIFY(!first.remove(one.id));
    }

    void theOldestGive()
    {
        Recordings recordings(folder(), {3, 1024LL * 1024, 4096});
        for (int i = 0; i < 5; ++i) {
            QVERIFY(recordings.add(recording(QString::number(i), 100 - i)));
        }
        QCOMPARE(all(recordings), QStringList({u"4"_s, u"3"_s, u"2"_s}));
    }

    /// A client that records much, which may cost it nothing, makes room by its own.
    void theOldestOfWhoHasMostGoes_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("bytes");
        QTest::newRow("by number") << 4 << 1024 * 1024;
        QTest::newRow("by bytes") << 100 << 5500;
    }
    void theOldestOfWhoHasMostGoes()
    {
        QFETCH(const int, count);
        QFETCH(const int, bytes);
        Recordings recordings(folder(), {count, bytes, 4096});
        Recording others = recording(u"other's"_s, 1000);
        others.client = u"cl_2"_s;
        QVERIFY(recordings.add(others));
        for (int i = 0; i < 6; ++i) {
            Recording one = recording(QString::number(i), 100 - i);
            one.fields.insert(u"prompt"_s, QString(1500, u'a'));
            QVERIFY(recordings.add(one));
        }
        QCOMPARE(all(recordings), QStringList({u"5"_s, u"4"_s, u"3"_s, u"other's"_s}));
    }

    void aDamagedOneGoesFirst()
    {
        Recordings recordings(folder(), {2, 1024LL * 1024, 4096});
        QVERIFY(recordings.add(recording(u"old"_s, 100)));
        write(folder() + u"/"_s + recording(u"x"_s, 50).id + u".json"_s, "no JSON");
        QVERIFY(recordings.add(recording(u"new"_s)));
        QCOMPARE(all(recordings), QStringList({u"new"_s, u"old"_s}));
    }

    void bytesAreBounded()
    {
        Recordings recordings(folder(), {100, 4096, 2048});
        Recording wordy = recording(u"long"_s);
        wordy.fields.insert(u"prompt"_s, QString(3000, u'a'));
        QVERIFY(!recordings.add(wordy));
        for (int i = 0; i < 4; ++i) {
            Recording one = recording(QString::number(i), 100 - i);
            one.fields.insert(u"prompt"_s, QString(1500, u'a'));
            QVERIFY(recordings.add(one));
        }
        QCOMPARE(all(recordings), QStringList({u"3"_s, u"2"_s}));
    }

    void whatIsOverIsNotFound()
    {
        Recordings recordings(folder());
        Recording one = recording(u"a"_s, 100);
        one.expiresAt = one.createdAt.addSecs(60);
        QVERIFY(recordings.add(one));
        QVERIFY(all(recordings).isEmpty());
        const auto any = [](const Recording &) { return true; };
        QCOMPARE(generations(recordings.newest(any, one.createdAt.addSecs(59))), QStringList(u"a"_s));
    }

    void damagedFilesAreNoRecordings_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray whole = QJsonDocument(recording(u"a"_s).toJson()).toJson();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << whole.left(whole.size() / 2);
        QTest::newRow("no JSON") << "\x89PNG\r\n"_ba;
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("another's id") << whole;
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("huge") << QByteArray("{\"id\":\"") + QByteArray(2 * 1024 * 1024, 'x') + "\"}";
    }
    void damagedFilesAreNoRecordings()
    {
        QFETCH(QByteArray, text);
        Recordings recordings(folder());
        QVERIFY(recordings.add(recording(u"whole"_s, 10)));
        const QString id = newRecordingId(QDateTime::currentDateTimeUtc());
        write(folder() + u'/' + id + u".json"_s, text);
        QCOMPARE(all(recordings), QStringList(u"whole"_s));
        const QList<Recordings::Entry> entries = recordings.list(); // but it can be seen, and removed
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first().id, id);
        QVERIFY(!entries.first().recording);
        QVERIFY(recordings.remove(id));
        QCOMPARE(recordings.list().size(), 1);
    }

    void otherFilesStay()
    {
        Recordings recordings(folder());
        QVERIFY(recordings.add(recording(u"a"_s)));
        write(folder() + u"/notes.txt"_s, "mine");
        write(folder() + u"/rec_mine.json"_s, "mine");
        write(m_home->filePath(u"outside.json"_s), "mine");
        for (const QString &id : {u"../outside"_s, u"rec_mine"_s, QString(), u"notes.txt"_s}) {
            QVERIFY(!recordings.remove(id));
        }
        QCOMPARE(recordings.clear(), 1);
        QCOMPARE(recordings.clear(), 0);
        QVERIFY(QFile::exists(folder() + u"/notes.txt"_s));
        QVERIFY(QFile::exists(folder() + u"/rec_mine.json"_s));
        QVERIFY(QFile::exists(m_home->filePath(u"outside.json"_s)));
    }

    void withoutAFolderNothingIsKept()
    {
        Recordings recordings {QString()};
        QVERIFY(!recordings.add(recording(u"a"_s)));
        QVERIFY(recordings.list().isEmpty());
        QCOMPARE(recordings.clear(), 0);
    }

    void madePicturesAreBounded()
    {
        const MadePictures made(m_home->filePath(u"pictures"_s), 10'000);
        const Picture first = made.keep(QByteArray(6000, 'a'), ImageFormat::Png, {1, 1});
        QVERIFY(made.read(first.id));
        const Picture second = made.keep(QByteArray(6000, 'b'), ImageFormat::Png, {1, 1});
        QVERIFY(made.read(second.id));
        QVERIFY(!made.read(first.id));
        QVERIFY(second.content.isEmpty() && !second.path.isEmpty());
    }

    /// One that shows pictures of two goes with the second.
    void madePicturesGoWithTheirGeneration()
    {
        const MadePictures made(m_home->filePath(u"pictures"_s));
        const auto keep = [&made](const QByteArray &bytes, const QString &of) {
            return made.keep(bytes, ImageFormat::Png, {1, 1}, of).id;
        };
        const QString first = keep("first", u"gen_a"_s);
        const QString second = keep("second", u"gen_a"_s);
        const QString other = keep("other", u"gen_b"_s);
        const QString both = keep("both", u"gen_a"_s);
        QCOMPARE(keep("both", u"gen_b"_s), both);
        const QString nobodys = keep("nobody's", {});
        QVERIFY(made.forget(u"gen_c"_s));
        QVERIFY(made.forget(u"gen_a"_s));
        QVERIFY(!made.read(first) && !made.read(second));
        QVERIFY(made.read(other) && made.read(both) && made.read(nobodys));
        QVERIFY(made.forget(u"gen_b"_s));
        QVERIFY(!made.read(other) && !made.read(both));
        QVERIFY(made.read(nobodys));
        QVERIFY(MadePictures(QString()).forget(u"gen_a"_s));
    }

    void whatWentForRoomIsNotedNoMore()
    {
        const QString folder = m_home->filePath(u"pictures"_s);
        const MadePictures made(folder, 10'000);
        static_cast<void>(made.keep(QByteArray(6000, 'a'), ImageFormat::Png, {1, 1}, u"gen_a"_s));
        const Picture second = made.keep(QByteArray(6000, 'b'), ImageFormat::Png, {1, 1}, u"gen_b"_s);
        QCOMPARE(QDir(folder + u"/arriving"_s).entryList(QDir::Files), QStringList {u"gen_b."_s + second.id});
    }

    void madePicturesWithoutAFolderLieInMemory()
    {
        const MadePictures made {QString()};
        const Picture picture = made.keep("bytes", ImageFormat::Png, {1, 1});
        QCOMPARE(picture.content, "bytes"_ba);
        QVERIFY(picture.path.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "test_recordings.moc"
