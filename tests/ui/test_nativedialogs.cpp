// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nativedialogs.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// The save dialog, as Qt draws it where the system has none.
class TestNativeDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void chosenTypeGoesIntoTheName();
    void cancelSavesNothing();
    void opensSeveralFiles();

private:
    struct Answer
    {
        int times = 0;
        QString path;
    };
    static QFileDialog *open(NativeDialogs &dialogs, QWidget &parent, Answer &answer);
};

QFileDialog *TestNativeDialogs::open(NativeDialogs &dialogs, QWidget &parent, Answer &answer)
{
    dialogs.saveFile(&parent, u"Save"_s, u"boat.v2.png"_s, u"PNG (*.png);;JPEG (*.jpg);;WebP (*.webp)"_s,
                     [&answer](const QString &path) {
                         ++answer.times;
                         answer.path = path;
                     });
    return parent.findChild<QFileDialog *>(u"saveDialog"_s);
}

void TestNativeDialogs::chosenTypeGoesIntoTheName()
{
    QTemporaryDir folder;
    QWidget parent;
    NativeDialogs dialogs;
    Answer answer;
    QFileDialog *dialog = open(dialogs, parent, answer);
    QVERIFY(dialog);
    dialog->setDirectory(folder.path());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    auto *type = dialog->findChild<QComboBox *>(u"fileTypeCombo"_s);
    QVERIFY(name && type);
    QCOMPARE(name->text(), u"boat.v2.png"_s);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    QCOMPARE(name->text(), u"boat.v2.jpg"_s);
    QTest::keyClick(type, Qt::Key_Down);
    QCOMPARE(name->text(), u"boat.v2.webp"_s);
    name->setText(u"plain"_s);
    QMetaObject::invokeMethod(dialog, "accept");
    QCOMPARE(answer.times, 1);
    QCOMPARE(QFileInfo(answer.path).fileName(), u"plain.webp"_s);
}

void TestNativeDialogs::cancelSavesNothing()
{
    QWidget parent;
    NativeDialogs dialogs;
    Answer answer;
    QFileDialog *dialog = open(dialogs, parent, answer);
    QVERIFY(dialog);
    dialog->reject();
    QCOMPARE(answer.times, 0);
}

void TestNativeDialogs::opensSeveralFiles()
{
    QTemporaryDir folder;
    for (const QString &name : {u"a.png"_s, u"b.png"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QWidget parent;
    NativeDialogs dialogs;
    QStringList chosen;
    dialogs.openFiles(&parent, u"Open"_s, u"PNG (*.png)"_s, [&chosen](const QStringList &paths) { chosen = paths; });
    auto *dialog = parent.findChild<QFileDialog *>(u"openDialog"_s);
    QVERIFY(dialog);
    dialog->setDirectory(folder.path());
    dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(u"\"a.png\" \"b.png\""_s);
    QMetaObject::invokeMethod(dialog, "accept");
    QCOMPARE(chosen, (QStringList {folder.filePath(u"a.png"_s), folder.filePath(u"b.png"_s)}));
}

QTEST_MAIN(TestNativeDialogs)
#include "test_nativedialogs.moc"
