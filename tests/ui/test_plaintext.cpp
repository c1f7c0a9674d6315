// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/displaytext.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/keys/keyspage.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QToolTip>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Words of vendors, prompts and files in the window: never HTML, and nothing in them acts or hides.
class TestPlainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanup() { QToolTip::hideText(); }
    void tips_data();
    void tips();
    void tipsAreOfAReadableSize_data();
    void tipsAreOfAReadableSize();
    void tipsLookAsTheWordsDo();
    void labelsShowWhatIsWritten();
    void whatQtOpensIsPlainToo();
    void windowShowsNoMarkup();
    void pastedTextIsPlain();
    void suggestedFileNameIsHarmless();

private:
    QString hostile() const;
    int pixelsOfTheFileIn(QWidget *widget) const;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_folder;
    QString m_file;
};

namespace {

constexpr QColor secret(0, 255, 0);

/// What is seen: the word joiners of tips are not.
QString read(QString text)
{
    return text.remove(QChar(0x2060));
}

QString faultOf(const QString &tip)
{
    if (Qt::mightBeRichText(tip)) {
        return u"taken for HTML: "_s + tip;
    }
    return isDisplayable(read(tip).replace(u'\n', u' ')) ? QString() : QString(u"acts or hides: "_s + displayText(tip));
}

} // namespace

void TestPlainText::initTestCase()
{
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(secret);
    m_file = m_folder.filePath(u"secret.png"_s);
    QVERIFY(picture.save(m_file));
}

QString TestPlainText::hostile() const
{
    return u"<b>Key expired</b><br><a href='https://evil.example'>renew</a><img src='%1' width=64 height=64>"
           "\u202Eevil\u009B2J\u001B\u200B"_s.arg(m_file);
}

int TestPlainText::pixelsOfTheFileIn(QWidget *widget) const
{
    const QImage shot = widget->grab().toImage();
    int found = 0;
    for (int y = 0; y < shot.height(); ++y) {
        for (int x = 0; x < shot.width(); ++x) {
            found += shot.pixelColor(x, y) == secret ? 1 : 0;
        }
    }
    return found;
}

void TestPlainText::tips_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("nothing", {});
    row("a sentence", u"Asks the provider whether the key works. Costs nothing."_s);
    row("smaller and larger", u"1 < 2 & 3 > 2"_s);
    row("bold", u"<b>x</b>"_s);
    row("after words", u"It said: <img src=/dev/zero>"_s);
    row("with blanks", u"< b >x"_s);
    row("in capitals", u"<IMG SRC=/dev/zero>"_s);
    row("end of one", u"</p>x"_s);
    row("short one", u"<br/>"_s);
    row("comment", u"<!-- x --><b>"_s);
    row("document", u"<!DOCTYPE html><b>x"_s);
    row("XML before it", u"<?xml version=\"1.0\"?>\n<html>"_s);
    row("XML and lines before it", u"  <?xml ?>  <qt>x"_s);
    row("entity", u"&lt;b&gt; is bold"_s);
    row("second line", u"\n\n<img src=/dev/zero>"_s);
    row("where a line breaks", QString(u"word "_s).repeated(14) + u"<img src=/dev/zero>"_s);
    row("two", u"<<b>x"_s);
    row("with something hidden in between", u"<\u200Bb>x"_s);
    row("with a joiner of its own", u"<\u2060b>x"_s);
    row("blank line separators", u"\u2028<b>\u2029x"_s);
}

void TestPlainText::tips()
{
    QFETCH(QString, text);
    QCOMPARE(faultOf(tipText(text)), QString());
    QCOMPARE(read(tipText(text)).replace(u'\n', u' ').simplified(),
             displayText(text, LineBreaks::Kept).replace(u'\n', u' ').simplified());
    QWidget widget;
    setTip(&widget, text);
    QCOMPARE(widget.toolTip(), tipText(text));
}

void TestPlainText::tipsAreOfAReadableSize_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one word") << QString(48'000, u'm');
    QTest::newRow("wide letters") << QString(48'000, u'日');
    QTest::newRow("lines") << QString(u"a\n"_s).repeated(48'000);
    QTest::newRow("words") << QString(u"word "_s).repeated(48'000);
    QTest::newRow("controls") << QString(48'000, QChar(0x1B));
}

void TestPlainText::tipsAreOfAReadableSize()
{
    QFETCH(QString, text);
    const QStringList lines = tipText(text).split(u'\n');
    QVERIFY(lines.size() <= 30);
    for (const QString &line : lines) {
        QVERIFY(columnsOf(line) <= 120);
    }
    QVERIFY(lines.join(QString()).endsWith(u'…'));
}

void TestPlainText::tipsLookAsTheWordsDo()
{
    const QString words = u"a <b>bold</b> &lt; 1 < 2"_s;
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setText(words);
    QLabel tip;
    tip.setText(tipText(words)); // as Qt's tool tip does
    QVERIFY(tipText(words) != words);
    plain.resize(plain.sizeHint());
    tip.resize(plain.size());
    QCOMPARE(tip.sizeHint(), plain.sizeHint());
    QCOMPARE(tip.grab().toImage(), plain.grab().toImage());
}

void TestPlainText::labelsShowWhatIsWritten()
{
    TextLabel label(TextLabel::Voice::Small, hostile());
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), displayText(hostile()));
    label.setText(u"a\u202Eb\nc"_s);
    QCOMPARE(label.text(), u"a\uFFFDb\nc"_s);
    label.setText(hostile());
    label.setElided(true);
    label.resize(60, 20);
    label.show();
    label.grab();
    QVERIFY(!label.toolTip().isEmpty());
    QCOMPARE(faultOf(label.toolTip()), QString());
}

/// Tool tips, message boxes and labels that nobody of the house made: those of Qt's own dialogs.
void TestPlainText::whatQtOpensIsPlainToo()
{
    QWidget parent;
    parent.resize(300, 200);
    parent.show();
    QToolTip::showText(parent.mapToGlobal(QPoint(5, 5)), hostile(), &parent);
    const QWidgetList tops = QApplication::topLevelWidgets();
    const auto tip = std::find_if(tops.cbegin(), tops.cend(), [](QWidget *top) { return top->inherits("QTipLabel"); });
    QVERIFY(tip != tops.cend());
    QCOMPARE(pixelsOfTheFileIn(*tip), 0);

    QMessageBox raw(QMessageBox::Question, u"Replace?"_s, hostile(), QMessageBox::Yes, &parent);
    raw.setInformativeText(hostile());
    raw.open();
    QVERIFY(QTest::qWaitForWindowExposed(&raw));
    QCOMPARE(pixelsOfTheFileIn(&raw), 0);
    const QList<QLabel *> labels = raw.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    const QPointer<QMessageBox> box = openProblem(u"Lightwell cannot start"_s, hostile());
    QVERIFY(QTest::qWaitForWindowExposed(box));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QCOMPARE(box->text(), displayText(hostile()));
    QCOMPARE(pixelsOfTheFileIn(box), 0);
    box->close();
    QTRY_VERIFY(!box);
}

/// Every place that vendors, catalogs, settings and the person's own words come to.
void TestPlainText::windowShowsNoMarkup()
{
    m_theme.reset();
    WindowBench bench;
    const QString bad = hostile();
    const QString html = bad.left(bad.lastIndexOf(u'>') + 1);
    QJsonObject model = bench.catalog.models().first().toJson();
    for (const QString &field : {u"name"_s, u"maker"_s, u"notes"_s, u"license"_s}) {
        model.insert(field, html); // what acts is not taken from a catalog at all
    }
    model.insert(u"slug"_s, u"evil"_s);
    model.remove(u"aliases"_s);
    const Result<Catalog> own =
        Catalog::fromJson(QJsonDocument(QJsonObject {{u"models"_s, QJsonArray {model}}}).toJson());
    QVERIFY2(own.ok(), qPrintable(own.ok() ? QString() : own.error().message));
    bench.catalog.merge(*own);
    BudgetState state;
    state.budget.provider = bad;
    state.budget.limit = Money::fromDollars(1);
    state.spent = state.budget.limit;
    state.reserved = Money::zero();
    bench.budgets = {state};
    bench.clientKey.key = notSent(ErrorKind::Storage, bad);
    bench.images.keyError = notSent(ErrorKind::Auth, bad);
    bench.images.keyError->detail = bad;
    bench.images.revisedPrompt = bad;
    bench.settings().set(Setting::ProviderOrder, QStringList {bad, u"fal"_s});
    bench.open();
    bench.window().setNotices({bad});
    CompareForm form;
    form.prompt = bad;
    form.models =
        QStringList {u"<b>evil</b>"_s, u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
    form.size.pixels = QSize(1536, 640);
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.images.complete(1, QSize(512, 512));
    Error refused = notSent(ErrorKind::Upstream, bad);
    refused.detail = bad;
    refused.code = bad;
    bench.images.fail(0, GenerationStatus::Failed, refused);
    Progress progress;
    progress.provider = bad;
    bench.images.progress(2, progress);
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 1);
    bench.find<KeysPage>(u"keysPage"_s)->openDialog(u"fal"_s);
    for (const QString &page : {u"compare"_s, u"catalog"_s, u"keys"_s, u"budgets"_s, u"gateway"_s, u"settings"_s}) {
        bench.window().showPage(page);
        bench.window().grab();
    }
    QStringList faults;
    int seen = 0;
    const auto look = [&faults, &seen](const QObject *where, const QString &tip) {
        seen += tip.contains(u"Key expired"_s) ? 1 : 0;
        if (const QString fault = faultOf(tip); !fault.isEmpty()) {
            faults.append(where->objectName() + u' ' + fault);
        }
    };
    const QList<QWidget *> widgets = bench.window().findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        look(widget, widget->toolTip());
        look(widget, widget->statusTip());
        look(widget, widget->whatsThis());
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            seen += label->text().contains(u"Key expired"_s) ? 1 : 0;
            const bool plain = label->textFormat() == Qt::PlainText;
            if (!plain || !isDisplayable(label->text().replace(u'\n', u' '))) {
                faults.append(label->objectName() + u" shows "_s + displayText(label->text()));
            }
        }
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                look(view, view->model()->index(row, 0).data(Qt::ToolTipRole).toString());
            }
        }
    }
    const QList<QAction *> actions = bench.window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        look(action, action->toolTip());
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(seen > 5, qPrintable(QString::number(seen))); // the words really got there
}

void TestPlainText::pastedTextIsPlain()
{
    m_theme.reset();
    WindowBench bench;
    bench.open();
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    prompt->clear();
    auto *both = new QMimeData;
    both->setText(u"a boat"_s);
    both->setHtml(u"<b>a boat</b><img src='%1'>"_s.arg(m_file));
    QApplication::clipboard()->setMimeData(both);
    prompt->paste();
    QCOMPARE(prompt->toPlainText(), u"a boat"_s);
    auto *html = new QMimeData;
    html->setHtml(u"<b>red</b><img src='%1'>"_s.arg(m_file));
    QApplication::clipboard()->setMimeData(html);
    prompt->paste();
    QVERIFY(!prompt->toPlainText().contains(QChar::ObjectReplacementCharacter));
    QCOMPARE(pixelsOfTheFileIn(prompt), 0);
    prompt->setPlainText(u"<b>bold</b>"_s);
    QCOMPARE(prompt->toPlainText(), u"<b>bold</b>"_s);
}

void TestPlainText::suggestedFileNameIsHarmless()
{
    m_theme.reset();
    WindowBench bench;
    bench.open();
    CompareForm form;
    form.prompt = u"<img src=../../x>\u202Egnp .profile --rm"_s;
    form.models = QStringList {u"sketchbook-pattern"_s};
    form.seed = 7;
    bench.window().compare()->setForm(form);
    bench.generate();
    bench.images.complete(0);
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QTRY_VERIFY(bench.find<QAbstractButton>(u"cell.1.0.footer.save"_s));
    QTRY_VERIFY(bench.find<QAbstractButton>(u"cell.1.0.footer.save"_s)->isVisible());
    bench.find<QAbstractButton>(u"cell.1.0.footer.save"_s)->click();
    QCOMPARE(bench.dialogs.suggestion, u"img-src-x-gnp-profile-rm-sketchbook-pattern-7.png"_s);
}

QTEST_MAIN(TestPlainText)
#include "test_plaintext.moc"
