// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/storage/mediastore.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/windowbench.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/picturecollection.h"
#include "ui/storekeeper.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 megabyte = 1'000'000;

/// What the keeper says, and what can be done about it.
struct Said
{
    explicit Said(StoreKeeper &keeper)
    {
        QObject::connect(&keeper, &StoreKeeper::say, &context,
                         [this](Meaning meaning, const QString &) { meanings.append(meaning); });
        QObject::connect(&keeper, &StoreKeeper::offer, &context,
                         [this](Meaning meaning, const QString &, const QString &, const std::function<void()> &act) {
                             meanings.append(meaning);
                             acts.append(act);
                         });
    }
    QObject context;
    QList<Meaning> meanings;
    QList<std::function<void()>> acts;
};

} // namespace

/// The limit of what pictures take on the disk, as the window keeps it.
class TestStoreKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsBeforeAndAfterAndUndoes();
    void notNowKeepsAll();
    void whatCannotBeMovedIsSaid();
    void nothingIsLookedAtWithoutLimit();
    void looksWhenPicturesCome();
    void aNewLimitIsAgreedToFirst();
    void aLimitByWhichNothingGoesHoldsAtOnce();
    void whatWasNotAgreedToIsForgotten();
    void bringsBackFromTheBin();

private:
    static constexpr StoreKeeper::Delays atOnce {0ms, 0ms, 0ms};

    /// So many pictures of some days ago, each of so many megabytes, which take no room on the disk.
    static void fill(WindowBench &bench, int count, qint64 megabytes)
    {
        GalleryHome home(bench);
        for (int i = 0; i < count; ++i) {
            home.setTime(QDateTime::currentDateTime().addDays(-20 + i));
            home.make({.prompt = u"picture %1"_s.arg(i)}, QSize(48, 32));
            QFile file(home.pictures().constLast().path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.resize(megabytes * megabyte));
        }
    }
    static qint64 inGallery(WindowBench &bench) { return bench.pictures().library.index({}).result()->all; }
    static void click(const WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// The field of the limit on the settings page, once it is known what there is.
    static QDoubleSpinBox *openLimit(WindowBench &bench)
    {
        bench.open();
        bench.window().showPage(u"settings"_s);
        auto *limit = bench.find<QDoubleSpinBox>(u"pictureLimit"_s);
        return QTest::qWaitFor([limit] { return limit && limit->isEnabled(); }) ? limit : nullptr;
    }
};

void TestStoreKeeper::tellsBeforeAndAfterAndUndoes()
{
    WindowBench bench;
    fill(bench, 3, 60);
    bench.settings().set(Setting::PictureLimitMB, 100);
    StoreKeeper keeper(bench.pictures(), bench.settings(), bench.images, atOnce);
    Said said(keeper);
    QTRY_COMPARE(said.meanings, (QList<Meaning> {Meaning::Warning, Meaning::Ok}));
    QCOMPARE(inGallery(bench), 1);
    QTRY_COMPARE(keeper.usage()->bin.pictures, 2);
    QCOMPARE(keeper.usage()->gallery, (storelimit::Amount {1, 60 * megabyte}));
    QVERIFY(!keeper.isWorking());
    said.acts.constLast()(); // Undo
    QTRY_COMPARE(inGallery(bench), 3);
    QTRY_COMPARE(keeper.usage()->bin.pictures, 0);
    QVERIFY(keeper.isResting()); // they would go at once again
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 100);
}

void TestStoreKeeper::notNowKeepsAll()
{
    WindowBench bench;
    fill(bench, 3, 60);
    bench.settings().set(Setting::PictureLimitMB, 100);
    StoreKeeper keeper(bench.pictures(), bench.settings(), bench.images, {0ms, 0ms, 1h});
    Said said(keeper);
    QTRY_COMPARE(said.meanings, QList<Meaning> {Meaning::Warning});
    QCOMPARE(inGallery(bench), 3); // told, not done
    said.acts.constFirst()(); // Not now
    QVERIFY(keeper.isResting());
    Q_EMIT bench.images.changed();
    keeper.look();
    QSignalSpy found(&keeper, &StoreKeeper::found);
    QVERIFY(found.wait());
    QCOMPARE(said.meanings.size(), 1);
    QCOMPARE(inGallery(bench), 3);
    keeper.use(100);
    QTRY_COMPARE(inGallery(bench), 1);
}

/// And no more is tried; what the books have as deleted comes back all the same.
void TestStoreKeeper::whatCannotBeMovedIsSaid()
{
    WindowBench bench;
    fill(bench, 3, 60);
    QFile inTheWay(bench.folder.filePath(u"media/bin"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    bench.settings().set(Setting::PictureLimitMB, 100);
    StoreKeeper keeper(bench.pictures(), bench.settings(), bench.images, atOnce);
    Said said(keeper);
    QTRY_COMPARE(said.meanings, (QList<Meaning> {Meaning::Warning, Meaning::Bad}));
    QVERIFY(keeper.isResting());
    said.acts.constLast()(); // Undo
    QTRY_COMPARE(inGallery(bench), 3);
    QTRY_VERIFY(!keeper.isWorking());
    QCOMPARE(said.meanings.size(), 2);
}

void TestStoreKeeper::nothingIsLookedAtWithoutLimit()
{
    WindowBench bench;
    fill(bench, 2, 60);
    StoreKeeper keeper(bench.pictures(), bench.settings(), bench.images, atOnce);
    Said said(keeper);
    QSignalSpy found(&keeper, &StoreKeeper::found);
    Q_EMIT bench.images.changed();
    keeper.look(); // asked for by the settings page
    QVERIFY(found.wait());
    QCOMPARE(keeper.usage()->gallery, (storelimit::Amount {2, 120 * megabyte}));
    QVERIFY(keeper.clearingWith(0).isEmpty());
    QCOMPARE(found.count(), 1);
    QVERIFY(said.meanings.isEmpty());
    QCOMPARE(inGallery(bench), 2);
}

void TestStoreKeeper::looksWhenPicturesCome()
{
    WindowBench bench;
    fill(bench, 3, 60);
    StoreKeeper keeper(bench.pictures(), bench.settings(), bench.images, {1h, 0ms, 1h});
    Said said(keeper);
    bench.settings().set(Setting::PictureLimitMB, 100);
    Q_EMIT bench.images.changed();
    QTRY_COMPARE(said.meanings, QList<Meaning> {Meaning::Warning});
}

void TestStoreKeeper::aNewLimitIsAgreedToFirst()
{
    WindowBench bench;
    fill(bench, 3, 600);
    QDoubleSpinBox *limit = openLimit(bench);
    QVERIFY(limit);
    QVERIFY(!bench.text(u"picturesUsed"_s).isEmpty());
    auto *notice = bench.find<Banner>(u"pictureLimitNotice"_s);
    QVERIFY(!notice->isVisible());
    QTest::keyClick(limit, Qt::Key_Up); // 1 GB
    QCOMPARE(limit->value(), 1.0);
    QVERIFY(notice->isVisible());
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 0);
    QCOMPARE(inGallery(bench), 3);
    click(bench, u"pictureLimitNotice.action"_s);
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 1000);
    QTRY_COMPARE(inGallery(bench), 1);
    QVERIFY(!notice->isVisible());
    QVERIFY(limit->hasFocus());
    QTRY_VERIFY(bench.find<Toast>(u"toast"_s)->isVisible());
    click(bench, u"toast.action"_s); // Undo
    QTRY_COMPARE(inGallery(bench), 3);
    QTRY_VERIFY(notice->isVisible()); // it holds no more, until it is agreed to again
}

void TestStoreKeeper::aLimitByWhichNothingGoesHoldsAtOnce()
{
    WindowBench bench;
    fill(bench, 1, 600);
    QDoubleSpinBox *limit = openLimit(bench);
    QVERIFY(limit);
    QTest::keyClick(limit, Qt::Key_Up);
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 1000);
    QVERIFY(!bench.find<Banner>(u"pictureLimitNotice"_s)->isVisible());
    QTest::keyClick(limit, Qt::Key_Down);
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 0);
    QCOMPARE(inGallery(bench), 1);
}

void TestStoreKeeper::whatWasNotAgreedToIsForgotten()
{
    WindowBench bench;
    fill(bench, 3, 600);
    QDoubleSpinBox *limit = openLimit(bench);
    QVERIFY(limit);
    QTest::keyClick(limit, Qt::Key_Up);
    bench.window().showPage(u"keys"_s);
    bench.window().showPage(u"settings"_s);
    QCOMPARE(limit->value(), 0.0);
    QCOMPARE(bench.settings().toInt(Setting::PictureLimitMB), 0);
    QCOMPARE(inGallery(bench), 3);
}

void TestStoreKeeper::bringsBackFromTheBin()
{
    WindowBench bench;
    fill(bench, 3, 1);
    const QList<LibraryRow> rows = bench.pictures().library.index({}).result()->rows;
    QVERIFY(picturebin::remove(bench.pictures().places, {rows.at(0).address(), rows.at(1).address()},
                               QDateTime::currentDateTimeUtc())
                .ok());
    bench.open();
    bench.window().showPage(u"gallery"_s);
    QTRY_COMPARE(bench.window().gallery()->model().rows().size(), 1);
    bench.window().showPage(u"settings"_s);
    auto *back = bench.find<QAbstractButton>(u"bringBack"_s);
    QTRY_VERIFY(back->isVisible());
    click(bench, u"bringBack"_s);
    QTRY_COMPARE(inGallery(bench), 3);
    QTRY_VERIFY(!back->isVisible()); // nothing is there any more
    bench.window().showPage(u"gallery"_s);
    QTRY_COMPARE(bench.window().gallery()->model().rows().size(), 3);
}

QTEST_MAIN(TestStoreKeeper)
#include "test_storekeeper.moc"
