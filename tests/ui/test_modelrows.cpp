// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/modelrow.h"
#include "ui/compare/pickermodel.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The form's rows of models, and its shapes.
class TestModelRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sayWhatAModelWillMake();
    void aSignTakesThePlaceOfTheSize();
    void heldBackOnesAreMuted();
    void sizesStandInOneColumn();
    void theSizeGoesFirstWhereItIsNarrow();
    void nothingMovesWhenTheyArePointedAt();
    void deleteRemovesAndUndoBringsBack();
    void altAndArrowsSort();
    void aDragSorts();
    void aSignLeadsToItsRemedy();
    void ctrlMAddsAModel();
    void pricesOfTheListAreReckonedOnceItOpens();
    void shapesGoByArrowsInBothDirections();
    void exactPixelsAreCroppedToByThemselves();

private:
    static void open(WindowBench &bench, const QStringList &models = builtIn(), QSize size = QSize(1280, 800));
    static QStringList builtIn() { return {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s}; }
    static QLabel *label(WindowBench &bench, const QString &part, const QString &model)
    {
        return bench.find<QLabel>(part + u'.' + model);
    }
    static QPushButton *remove(WindowBench &bench, const QString &model)
    {
        return bench.find<QPushButton>(u"removeModel."_s + model);
    }
    static QStringList models(WindowBench &bench) { return bench.window().compare()->form().models; }
};

void TestModelRows::open(WindowBench &bench, const QStringList &models, QSize size)
{
    bench.open(size);
    CompareForm form = bench.window().compare()->form();
    form.models = models;
    form.size = {};
    form.size.ratio = AspectRatio {16, 9};
    bench.window().compare()->setForm(form);
    bench.waitForPrices();
    QCoreApplication::processEvents();
}

void TestModelRows::sayWhatAModelWillMake()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn().at(0), Money::fromDollars(0.045));
    open(bench);
    const auto *row = bench.find<ModelRow>(u"modelRow.sketchbook-scene"_s);
    QCOMPARE(row->height(), 32);
    QVERIFY(label(bench, u"modelSize"_s, builtIn().at(0))->isVisible());
    QCOMPARE(label(bench, u"modelSize"_s, builtIn().at(0))->text().replace(QChar::Nbsp, u' '), u"1365 × 768"_s);
    QCOMPARE(label(bench, u"modelPrice"_s, builtIn().at(0))->text(), u"$0.045"_s);
    QCOMPARE(label(bench, u"modelPrice"_s, builtIn().at(2))->text(), u"free"_s);
}

void TestModelRows::aSignTakesThePlaceOfTheSize()
{
    WindowBench bench;
    open(bench);
    const QString pattern = builtIn().at(1); // makes 3:2 at most
    const auto *sign = bench.find<QWidget>(u"modelRow."_s + pattern)->findChild<Sign *>();
    QTRY_VERIFY(sign->isVisible());
    QCOMPARE(label(bench, u"modelSign"_s, pattern)->text(), u"3:2, not 16:9"_s);
    QVERIFY(!label(bench, u"modelSize"_s, pattern)->isVisible());
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + pattern)->accessibleDescription().contains(u"3:2, not 16:9"_s));
    QVERIFY(!bench.find<QWidget>(u"modelRow."_s + builtIn().at(0))->findChild<Sign *>()->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"shape.3:2"_s), Qt::LeftButton);
    QTRY_VERIFY(!sign->isVisible());
    QVERIFY(label(bench, u"modelSize"_s, pattern)->isVisible());
}

void TestModelRows::heldBackOnesAreMuted()
{
    WindowBench bench;
    open(bench, builtIn() + QStringList {u"gpt-image-2"_s});
    const QString needy = u"gpt-image-2"_s;
    QTRY_COMPARE(label(bench, u"modelSign"_s, needy)->text(), u"needs a key"_s);
    QCOMPARE(label(bench, u"modelPrice"_s, needy)->foregroundRole(), QPalette::PlaceholderText);
    QCOMPARE(label(bench, u"modelPrice"_s, builtIn().at(0))->foregroundRole(), QPalette::WindowText);
    QCOMPARE(bench.text(u"pictureCount"_s), u"3 of 4 pictures"_s);
}

void TestModelRows::sizesStandInOneColumn()
{
    WindowBench bench;
    bench.keyring().set(u"black-forest-labs"_s, "sk-test-0000", KeySource::Session, &bench.images,
                        [](const Status &) {});
    open(bench, {u"sketchbook-scene"_s, u"flux-2-pro"_s}, QSize(1920, 1080));
    const auto rightOf = [&bench](const QString &part, const QString &model) {
        const QLabel *shown = label(bench, part, model);
        return shown->mapTo(shown->window(), QPoint(shown->width(), 0)).x();
    };
    const QLabel *free = label(bench, u"modelPrice"_s, u"sketchbook-scene"_s);
    QTRY_COMPARE(free->text(), u"free"_s);
    QTRY_VERIFY(label(bench, u"modelPrice"_s, u"flux-2-pro"_s)->text().contains(u'$'));
    for (const QString &part : {u"modelSize"_s, u"modelPrice"_s}) {
        QVERIFY(label(bench, part, u"flux-2-pro"_s)->isVisible());
        QTRY_COMPARE(rightOf(part, u"sketchbook-scene"_s), rightOf(part, u"flux-2-pro"_s));
    }
}

void TestModelRows::theSizeGoesFirstWhereItIsNarrow()
{
    WindowBench bench;
    open(bench, {u"sketchbook-scene"_s});
    auto *row = bench.find<ModelRow>(u"modelRow.sketchbook-scene"_s);
    ModelRow alone(u"m"_s, u"A model of some name"_s);
    alone.setSize(u"1536 × 1024"_s);
    alone.setPrice(u"$0.045"_s);
    alone.resize(400, 32);
    alone.show();
    const auto *size = alone.findChild<QLabel *>(u"modelSize.m"_s);
    const auto *sign = alone.findChild<QLabel *>(u"modelSign.m"_s);
    QVERIFY(size->isVisible());
    alone.resize(220, 32);
    QTRY_VERIFY(!size->isVisible());
    alone.setRemark(ModelRow::Remark {Meaning::Warning, {}, u"3:2, not 16:9"_s, u"It will make 3:2."_s, false});
    alone.resize(420, 32);
    QTRY_VERIFY(sign->isVisible() && !size->isVisible());
    alone.resize(220, 32);
    QTRY_VERIFY(!sign->isVisible());
    QCOMPARE(alone.toolTip().isEmpty(), false);
    QVERIFY(row->isVisible());
}

void TestModelRows::nothingMovesWhenTheyArePointedAt()
{
    WindowBench bench;
    open(bench);
    auto *price = label(bench, u"modelPrice"_s, builtIn().at(0));
    const QPoint before = price->mapTo(&bench.window(), QPoint());
    QPushButton *button = remove(bench, builtIn().at(0));
    QVERIFY(button->icon().isNull());
    button->setFocus(Qt::TabFocusReason);
    QVERIFY(!button->icon().isNull());
    QCoreApplication::processEvents();
    QCOMPARE(price->mapTo(&bench.window(), QPoint()), before);
    bench.find<QWidget>(u"promptEdit"_s)->setFocus();
    QVERIFY(button->icon().isNull());
}

void TestModelRows::deleteRemovesAndUndoBringsBack()
{
    WindowBench bench;
    open(bench);
    remove(bench, builtIn().at(1))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(models(bench), (QStringList {builtIn().at(0), builtIn().at(2)}));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"removeModel."_s + builtIn().at(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(models(bench), builtIn());
    QTRY_VERIFY(remove(bench, builtIn().at(1))->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(models(bench), builtIn());
}

void TestModelRows::altAndArrowsSort()
{
    WindowBench bench;
    open(bench);
    QPushButton *first = remove(bench, builtIn().at(0));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(models(bench), builtIn());
    QTest::keyClick(first, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(models(bench), (QStringList {builtIn().at(1), builtIn().at(0), builtIn().at(2)}));
    QVERIFY(first->hasFocus());
    QTRY_VERIFY(bench.find<QWidget>(u"modelRow."_s + builtIn().at(0))->y()
                > bench.find<QWidget>(u"modelRow."_s + builtIn().at(1))->y());
    QTest::keyClick(first, Qt::Key_Tab); // Tab goes as the rows stand
    QVERIFY(remove(bench, builtIn().at(2))->hasFocus());
}

void TestModelRows::aDragSorts()
{
    WindowBench bench;
    open(bench);
    auto *row = bench.find<ModelRow>(u"modelRow."_s + builtIn().at(0));
    const auto move = [row](const QPoint &to) {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), row->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton,
                          {});
        QApplication::sendEvent(row, &event);
    };
    QTest::mousePress(row, Qt::LeftButton, {}, QPoint(40, 16));
    move(QPoint(40, 30));
    QCOMPARE(models(bench), builtIn());
    move(QPoint(40, 44));
    QCOMPARE(models(bench), (QStringList {builtIn().at(1), builtIn().at(0), builtIn().at(2)}));
    move(QPoint(40, 44));
    QTest::mouseRelease(row, Qt::LeftButton, {}, QPoint(40, 12));
    QCOMPARE(models(bench), (QStringList {builtIn().at(1), builtIn().at(2), builtIn().at(0)}));
}

void TestModelRows::aSignLeadsToItsRemedy()
{
    WindowBench bench;
    open(bench, builtIn() + QStringList {u"gpt-image-2"_s});
    auto *row = bench.find<QWidget>(u"modelRow.gpt-image-2"_s);
    const auto *sign = row->findChild<Sign *>();
    QTRY_VERIFY(sign->isVisible());
    QTest::mouseClick(row, Qt::LeftButton, {}, sign->geometry().center());
    QTRY_VERIFY(bench.find<QWidget>(u"keyDialog"_s) && bench.find<QWidget>(u"keyDialog"_s)->isVisible());
}

void TestModelRows::ctrlMAddsAModel()
{
    WindowBench bench;
    open(bench);
    QTest::keyClick(bench.find<QWidget>(u"promptEdit"_s), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<ModelPicker>(u"modelPicker"_s)->isVisible());
}

/// For them all offers of the catalog are planned: that is not done while the window opens.
void TestModelRows::pricesOfTheListAreReckonedOnceItOpens()
{
    WindowBench bench;
    open(bench);
    const auto *list = bench.find<ModelPicker>(u"modelPicker"_s)->findChild<PickerModel *>();
    const auto priced = [list] {
        QStringList models;
        for (int row = 0; row < list->rowCount(); ++row) {
            models.append(list->choice(row).price.isEmpty() ? QStringList() : QStringList(list->choice(row).slug));
        }
        return models;
    };
    QVERIFY(list->rowCount() > 100);
    QCOMPARE(priced(), QStringList());
    QTest::keyClick(bench.find<QWidget>(u"promptEdit"_s), Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(priced().size(), list->rowCount());
    for (int row = 0; row < list->rowCount(); ++row) {
        const ModelChoice &choice = list->choice(row);
        QVERIFY(list->index(row).data(Qt::AccessibleTextRole).toString().contains(choice.price));
        QVERIFY(choice.price == u"free"_s || !builtIn().contains(choice.slug));
    }
}

void TestModelRows::shapesGoByArrowsInBothDirections()
{
    WindowBench bench;
    open(bench);
    auto *wide = bench.find<QAbstractButton>(u"shape.16:9"_s);
    QVERIFY(wide->isChecked());
    wide->setFocus();
    const auto press = [](Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        return QApplication::focusWidget()->objectName();
    };
    QCOMPARE(press(Qt::Key_Left), u"shape.4:3"_s);
    QCOMPARE(press(Qt::Key_Down), u"shape.9:16"_s);
    QCOMPARE(press(Qt::Key_Left), u"shape.3:4"_s);
    QCOMPARE(press(Qt::Key_Up), u"shape.3:2"_s);
    QCOMPARE(bench.window().compare()->form().size.ratio, std::optional(AspectRatio {3, 2}));
    QCOMPARE(press(Qt::Key_Right), u"shape.4:3"_s);
    QCOMPARE(press(Qt::Key_Down), u"shape.9:16"_s);
    QCOMPARE(press(Qt::Key_Right), u"shape.exact"_s);
    QVERIFY(bench.find<QWidget>(u"exactWidth"_s)->isVisible());
}

void TestModelRows::exactPixelsAreCroppedToByThemselves()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"shape.exact"_s), Qt::LeftButton);
    bench.generate();
    QCOMPARE(bench.images.jobs().constLast().request.fit, Fit::Crop);
    QCOMPARE(bench.images.jobs().constLast().request.size.pixels, std::optional(QSize(1536, 864)));
    // Of a form of before, in which no pixels were asked.
    QCOMPARE(CompareForm::fromJson({{u"fit"_s, u"closest"_s}, {u"ratio"_s, u"3:2"_s}}).fit, Fit::Crop);
    QCOMPARE(CompareForm::fromJson({{u"fit"_s, u"closest"_s}, {u"size"_s, u"640x480"_s}}).fit, Fit::Closest);
}

QTEST_MAIN(TestModelRows)
#include "test_modelrows.moc"
