// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/durablefile.h"
#include "core/storage/mediastore.h"
#include "core/storage/paths.h"
#include "core/storage/storagereasons.h"
#include "tests/support/blockedfolder.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QByteArray bytes = "\x89PNG paid for";

enum class Second { None, Free, Blocked, Link, OpenToOthers };

} // namespace
Q_DECLARE_METATYPE(Second)

/// What is paid for is kept somewhere, whatever the media folder says.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItSomewhere_data()
    {
        QTest::addColumn<bool>("blocked");
        QTest::addColumn<Second>("second");
        QTest::addColumn<QString>("liesBelow");
        QTest::newRow("where it should be") << false << Second::Free << u"media"_s;
        QTest::newRow("in the second place") << true << Second::Free << u"rescued"_s;
        QTest::newRow("in memory: there is no second place") << true << Second::None << QString();
        QTest::newRow("in memory: both are full") << true << Second::Blocked << QString();
        QTest::newRow("in memory: the second place is a link") << true << Second::Link << QString();
        QTest::newRow("in memory: others could look in") << true << Second::OpenToOthers << QString();
    }
    void keepsItSomewhere()
    {
        QFETCH(bool, blocked);
        QFETCH(Second, second);
        QFETCH(QString, liesBelow);
        QTemporaryDir folder;
        const QString rescued = folder.filePath(u"rescued"_s);
        if (blocked) {
            QVERIFY(blockMediaFolder(folder.filePath(u"media"_s)));
        }
        if (second == Second::Blocked) {
            QVERIFY(writeDurably(rescued, "a file where a folder should be").ok());
        } else if (second == Second::Link) {
            QVERIFY(QDir(folder.path()).mkdir(u"elsewhere"_s));
            QVERIFY(QFile::link(folder.filePath(u"elsewhere"_s), rescued));
        } else if (second == Second::OpenToOthers) {
            QVERIFY(QDir(folder.path()).mkdir(u"rescued"_s));
            QVERIFY(QFile::setPermissions(rescued, QFile::Permissions(0x7777)));
        }
        const MediaStore store(folder.filePath(u"media"_s), second == Second::None ? QString() : rescued);
        const KeptPicture kept = store.keep(bytes, ImageFormat::Png, QSize(3, 2));
        QCOMPARE(kept.picture.id, MediaStore::contentAddress(bytes));
        QCOMPARE(kept.picture.bytes, bytes.size());
        QCOMPARE(kept.picture.size, QSize(3, 2));
        QCOMPARE(*MediaStore::bytesOf(kept.picture), bytes);
        QCOMPARE(kept.picture.content.isEmpty(), !liesBelow.isEmpty());
        QCOMPARE(kept.picture.path.isEmpty(), liesBelow.isEmpty());
        QVERIFY(kept.picture.path.startsWith(liesBelow.isEmpty() ? QString() : folder.filePath(liesBelow)));
        QCOMPARE(store.read(kept.picture.id).ok(), !liesBelow.isEmpty());
        QCOMPARE(kept.trouble.has_value(), blocked);
        if (blocked) {
            QCOMPARE(kept.trouble->kind, ErrorKind::Storage);
            QCOMPARE(kept.trouble->billing, Billing::Billed);
            const Reason why = Reason::fromJson(kept.trouble->reason.values.value(0).value.toArray().at(0));
            QVERIFY(!why.isEmpty());
            QCOMPARE(kept.trouble->reason,
                     liesBelow.isEmpty() ? reasons::pictureOnlyInMemory(why)
                                         : reasons::pictureRescuedTo(why, kept.picture.path));
        }
    }

    void isForThisUserOnly()
    {
        QTemporaryDir folder;
        QVERIFY(blockMediaFolder(folder.filePath(u"media"_s)));
        const MediaStore store(folder.filePath(u"media"_s), folder.filePath(u"rescued"_s));
        const Picture picture = store.keep(bytes, ImageFormat::Png, QSize(3, 2)).picture;
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(picture.path) & others));
        QVERIFY(!(QFile::permissions(folder.filePath(u"rescued"_s)) & others));
    }

    void comesHomeWhenThereIsRoomAgain()
    {
        QTemporaryDir folder;
        const QString media = folder.filePath(u"media"_s);
        QVERIFY(blockMediaFolder(media));
        const MediaStore store(media, folder.filePath(u"rescued"_s));
        QVERIFY(store.keep(bytes, ImageFormat::Png, QSize(3, 2)).trouble);
        QVERIFY(QDir(media).removeRecursively());
        const KeptPicture again = store.keep(bytes, ImageFormat::Png, QSize(3, 2));
        QVERIFY(!again.trouble);
        QVERIFY(again.picture.path.startsWith(media));
    }

    void theSecondPlaceIsTheSystems()
    {
        QVERIFY(Paths::rescueFolder().startsWith(QDir::tempPath() + u'/'));
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/no/such/folder");
        QVERIFY(!Paths::rescueFolder().startsWith(u"/lightwell"_s)); // never at the top of the disk
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    }
};

QTEST_GUILESS_MAIN(TestRescue)
#include "test_rescue.moc"
