// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program with the window, as it is started.
#include "tests/support/sanitizer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <linux/capability.h>
#include <sys/prctl.h>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

enum class Rights { Own, OnlyGiven };

struct End
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs it in this home until it ends. `rights`: whether root may write where no right says so.
End run(const QString &home, const QStringList &arguments, Rights rights = Rights::Own,
        const QString &locale = u"C.UTF-8"_s)
{
    QProcess process;
    QProcessEnvironment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    const QStringList names {u"PATH"_s, u"QT_PLUGIN_PATH"_s, u"LD_LIBRARY_PATH"_s};
    for (const QString &name : names + sanitizerVariables()) {
        environment.insert(name, system.value(name));
    }
    environment.insert(u"HOME"_s, home);
    environment.insert(u"LIGHTWELL_HOME"_s, home);
    environment.insert(u"LC_ALL"_s, locale);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    process.setProcessEnvironment(environment);
    if (rights == Rights::OnlyGiven) {
        process.setChildProcessModifier([] { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); });
    }
    process.start(QStringLiteral(LIGHTWELL_WINDOW), arguments);
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Every file below a folder with its content.
QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> content;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        content.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return content;
}

/// As on a disk that takes no changes.
void setWritable(const QString &folder, bool isWritable)
{
    const auto write = isWritable ? QFile::WriteOwner : QFile::Permission(0);
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo entry(all.next());
        const auto search = entry.isDir() ? QFile::ExeOwner : QFile::Permission(0);
        QVERIFY(QFile::setPermissions(entry.filePath(), QFile::ReadOwner | search | write));
    }
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner | write));
}

/// The head of a page: what is below tells times.
QImage headOf(const QString &file)
{
    constexpr int height = 56;
    const QImage page(file);
    return page.copy(0, 0, page.width(), height);
}

} // namespace

class TestWindowProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadOnlyHomeIsShown();
    void oneLanguageInOneWindow();
};

void TestWindowProgram::aReadOnlyHomeIsShown()
{
    const QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(QDir().mkpath(home));
    const End first = run(home, {u"--screenshot"_s, folder.filePath(u"before"_s)}); // makes pictures and keeps them
    QVERIFY2(first.code == 0, first.err.constData());
    const QMap<QString, QByteArray> before = contentOf(home);
    setWritable(home, false);
    const End probe = run(home, {u"--startup-probe"_s}, Rights::OnlyGiven);
    const End shown = run(home, {u"--screenshot"_s, folder.filePath(u"after"_s)}, Rights::OnlyGiven);
    setWritable(home, true);
    QVERIFY2(probe.code == 0, probe.err.constData());
    QVERIFY2(shown.code == 0, shown.err.constData());
    QCOMPARE(contentOf(home).keys(), before.keys());
    QVERIFY(contentOf(home) == before);
}

/// The system's language has no translation: its names of months and its commas are not mixed in either.
void TestWindowProgram::oneLanguageInOneWindow()
{
    const QTemporaryDir folder;
    const QStringList locales {u"C.UTF-8"_s, u"fr_FR.UTF-8"_s, u"de_DE.UTF-8"_s}; // of the same letters
    for (const QString &locale : locales) {
        const QString home = folder.filePath(locale);
        QVERIFY(QDir().mkpath(home));
        const End end = run(home, {u"--screenshot"_s, folder.filePath(u"pages-"_s + locale)}, Rights::Own, locale);
        QVERIFY2(end.code == 0, end.err.constData());
    }
    const QImage english = headOf(folder.filePath(u"pages-C.UTF-8/budgets-light.png"_s)); // with the name of a month
    QVERIFY(!english.isNull());
    for (const QString &locale : locales) {
        QVERIFY2(headOf(folder.filePath(u"pages-"_s + locale + u"/budgets-light.png"_s)) == english,
                 qPrintable(locale));
    }
}

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "test_windowprogram.moc"
