// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/sources.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Where Qt takes a text for HTML by itself, or is told to.
const QRegularExpression &richDoors()
{
    static const QRegularExpression doors(
        u"\\b(setToolTip|setStatusTip|setWhatsThis|(?:Qt::)?(?:ToolTip|StatusTip|WhatsThis)Role|QToolTip::showText|"
        "QWhatsThis|QMessageBox|QErrorMessage|QInputDialog|QProgressDialog|QWizard|QWizardPage|QSystemTrayIcon|"
        "QStatusBar|showMessage|QSplashScreen|QFormLayout|QTextDocument|QTextEdit|QTextBrowser|QStaticText|"
        "QGraphicsTextItem|setHtml|appendHtml|insertHtml|setMarkdown|insertMarkdown|setTextFormat|"
        "(?:Qt::)?(?:RichText|AutoText|MarkdownText)|public\\s+QLabel|new\\s+QLabel|"
        "QLabel(?=\\s*[({]|\\s+\\w+\\s*[;({=]))"_s);
    return doors;
}

/// Ways to standard output and standard error.
const QRegularExpression &terminalDoors()
{
    static const QRegularExpression doors(
        u"\\b((?:std::)?(?:v?f?printf|f?puts|f?putc|putchar|fwrite|perror)(?=\\s*\\()|std::(?:cout|cerr|clog)|"
        "QTextStream|STDOUT_FILENO|STDERR_FILENO)"_s);
    return doors;
}

/// The first door in the source that is not one of those that belong there.
QString doorIn(const SourceFile &source, const QRegularExpression &doors, const QStringList &own)
{
    // A model has no other way to tell a tip, and it tells it through the helper.
    static const QRegularExpression tipOfAModel(u"\\bcase\\s+Qt::ToolTipRole:\\s*return\\s+texts::tip\\("_s);
    QString code = source.code();
    auto matches = doors.globalMatch(code.remove(tipOfAModel));
    while (matches.hasNext()) {
        const QString door = matches.next().captured(1);
        if (!own.contains(door)) {
            return source.path + u" uses "_s + door;
        }
    }
    return {};
}

void look(const QRegularExpression &doors, const QMap<QString, QStringList> &keepers)
{
    QStringList seen;
    for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
        const QList<SourceFile> sources = sourcesUnder(room);
        QVERIFY(!sources.isEmpty());
        for (const SourceFile &source : sources) {
            const QString door = doorIn(source, doors, keepers.value(source.path));
            QVERIFY2(door.isEmpty(), qPrintable(door));
            seen.append(source.path);
        }
    }
    for (auto keeper = keepers.begin(); keeper != keepers.end(); ++keeper) {
        QVERIFY2(seen.contains(keeper.key()), qPrintable(keeper.key()));
        for (const QString &door : keeper.value()) { // a leave that nobody needs any more is taken back
            QVERIFY2(readSource(keeper.key()).contains(door), qPrintable(keeper.key() + u" has no "_s + door));
        }
    }
}

} // namespace

/// Words of vendors, clients and files stay words: each place that could take them for something else has one helper.
class TestForeignWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsTakeNoMarkup();
    void terminalHasOneDoor();
    void markupIsFound_data();
    void markupIsFound();
    void plainTextIsNotMistaken_data();
    void plainTextIsNotMistaken();
    void otherDoorsAreFound_data();
    void otherDoorsAreFound();
};

void TestForeignWords::windowsTakeNoMarkup()
{
    look(richDoors(),
         {// Our own cards, which cmark has made safe.
          {u"ui/catalog/cardtext.h"_s, {u"QTextBrowser"_s}},
          {u"ui/catalog/cardtext.cpp"_s, {u"QTextBrowser"_s, u"QTextDocument"_s, u"setHtml"_s}},
          {u"ui/widgets/plaintext.cpp"_s, {u"setToolTip"_s}},
          {u"ui/widgets/messagebox.h"_s, {u"QMessageBox"_s}},
          {u"ui/widgets/messagebox.cpp"_s, {u"QMessageBox"_s, u"setTextFormat"_s}},
          {u"ui/widgets/textlabel.h"_s, {u"public QLabel"_s}},
          {u"ui/widgets/textlabel.cpp"_s, {u"setTextFormat"_s, u"QLabel"_s}},
          {u"ui/widgets/style.cpp"_s, {u"setTextFormat"_s}}});
}

void TestForeignWords::terminalHasOneDoor()
{
    look(terminalDoors(),
         {{u"app/cli/terminal.cpp"_s, {u"std::fwrite"_s, u"STDERR_FILENO"_s, u"STDOUT_FILENO"_s}},
          {u"app/window/main.cpp"_s, {u"std::fprintf"_s}}, // names of files, as displayText() shows them
          {u"app/window/startupprobe.cpp"_s, {u"std::printf"_s}}}); // a number
}

void TestForeignWords::markupIsFound_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"setToolTip(name);",
                             "row->setToolTip(texts::tip(name));",
                             "action->setStatusTip(name);",
                             "box->setWhatsThis(name);",
                             "QToolTip::showText(at, name);",
                             "QMessageBox::warning(this, title, name);",
                             "QMessageBox box;",
                             "case Qt::ToolTipRole: return row.note;",
                             "item->setData(name, Qt::ToolTipRole);",
                             "auto *label = new QLabel(name);",
                             "QLabel label(name);",
                             "QLabel label;",
                             "QLabel(name).show();",
                             "class Mine : public QLabel {",
                             "label->setTextFormat(Qt::RichText);",
                             "QTextDocument page;",
                             "page.setHtml(name);",
                             "edit->appendHtml(name);",
                             "cursor.insertHtml(name);",
                             "view->setMarkdown(name);",
                             "new QTextBrowser;",
                             "new QTextEdit(name);",
                             "QStaticText text(name);",
                             "statusBar()->showMessage(name);",
                             "tray->showMessage(title, name);",
                             "QInputDialog::getText(this, title, name);",
                             "new QProgressDialog(name, {}, 0, 1);",
                             "auto *form = new QFormLayout;"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void TestForeignWords::markupIsFound()
{
    QFETCH(QString, line);
    QVERIFY(!doorIn({u"x.cpp"_s, line}, richDoors(), {}).isEmpty());
    QVERIFY(doorIn({u"x.cpp"_s, u"// "_s + line}, richDoors(), {}).isEmpty());
}

void TestForeignWords::plainTextIsNotMistaken_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"setTip(this, name);", "case Qt::ToolTipRole:\n        return texts::tip(row.note);",
          "new TextLabel(TextLabel::Voice::Body, name);", "new QPlainTextEdit(name);", "QToolTip::setPalette(palette);",
          "qobject_cast<QLabel *>(widget);", "edit->setPlainText(name);"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void TestForeignWords::plainTextIsNotMistaken()
{
    QFETCH(QString, line);
    QCOMPARE(doorIn({u"x.cpp"_s, line}, richDoors(), {}), QString());
}

void TestForeignWords::otherDoorsAreFound_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"std::fprintf(stderr, name);", "printf(name);", "fputs(name, stdout);", "puts(name);",
                             "std::cout << name;", "QTextStream out(stdout);", "::write(STDOUT_FILENO, a, b);",
                             "std::fwrite(a, 1, b, stderr);", "perror(name);"}) {
        QTest::newRow(line) << QString::fromLatin1(line);
    }
}

void TestForeignWords::otherDoorsAreFound()
{
    QFETCH(QString, line);
    QVERIFY(!doorIn({u"x.cpp"_s, line}, terminalDoors(), {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestForeignWords)
#include "test_foreignwords.moc"
