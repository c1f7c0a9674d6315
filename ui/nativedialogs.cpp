// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nativedialogs.h"

#include <QDesktopServices>
#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#ifdef LIGHTWELL_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace lightwell {

using namespace Qt::StringLiterals;

void NativeDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
                             OnFile onChosen)
{
    if (m_lastFolder.isEmpty()) {
        m_lastFolder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    }
    auto *dialog = new QFileDialog(parent, title, m_lastFolder, filters);
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [this, onChosen](const QString &path) {
        m_lastFolder = QFileInfo(path).absolutePath();
        onChosen(path);
    });
    // The type that is chosen is the type that is written: its ending goes into the name.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        static const QRegularExpression ending(u"\\*\\.(\\w+)"_s);
        const QString suffix = ending.match(filter).captured(1);
        const QFileInfo chosen(dialog->selectedFiles().value(0));
        if (!suffix.isEmpty() && !chosen.completeBaseName().isEmpty()) {
            dialog->setDefaultSuffix(suffix);
            dialog->selectFile(chosen.completeBaseName() + u'.' + suffix);
        }
    });
    dialog->open();
}

void NativeDialogs::chooseFolder(QWidget *parent, const QString &title, const QString &start, OnFile onChosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QDir there(start);
    while (!there.exists() && there.cdUp()) { }
    dialog->setDirectory(there);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [onChosen = std::move(onChosen)](const QString &path) { onChosen(path); });
    dialog->open();
}

void NativeDialogs::openFiles(QWidget *parent, const QString &title, const QString &filters, OnFiles onChosen)
{
    if (m_lastOpened.isEmpty()) {
        m_lastOpened = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    }
    auto *dialog = new QFileDialog(parent, title, m_lastOpened, filters);
    dialog->setObjectName(u"openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [this, onChosen](const QStringList &paths) {
        m_lastOpened = QFileInfo(paths.value(0)).absolutePath();
        onChosen(paths);
    });
    dialog->open();
}

void NativeDialogs::openUrl(const QString &url)
{
    QDesktopServices::openUrl(QUrl(url));
}

void NativeDialogs::showInFolder(const QString &path)
{
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
#ifdef LIGHTWELL_HAS_DBUS
    // The file manager can also select the file; where none answers on the bus, its folder is opened.
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
                                       u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    call << QStringList {QUrl::fromLocalFile(path).toString()} << QString();
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, folder] {
        if (QDBusPendingReply<>(*watcher).isError()) {
            QDesktopServices::openUrl(folder);
        }
        watcher->deleteLater();
    });
#else
    QDesktopServices::openUrl(folder);
#endif
}

void NativeDialogs::drag(QWidget *from, std::unique_ptr<QMimeData> data, const QPixmap &shown)
{
    if (!(QGuiApplication::mouseButtons() & Qt::LeftButton)) {
        return;
    }
    auto *drag = new QDrag(from);
    drag->setMimeData(data.release());
    drag->setPixmap(shown);
    drag->exec(Qt::CopyAction);
}

} // namespace lightwell
