// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"
#include "ui/gateway/clientkey.h"

#include <QMimeData>
#include <QObject>
#include <QPixmap>
#include <QStringList>

namespace lightwell::test {

/// Answers at once with what the test prepared, and remembers what was asked.
class FakeDialogs : public Dialogs
{
public:
    QString nextFile; ///< empty: the person changes their mind
    QStringList nextFiles; ///< the same of files to be opened
    QString suggestion;
    QString filters;
    QStringList opened;
    QStringList shownInFolder;
    std::unique_ptr<QMimeData> dragged;

    void saveFile(QWidget *, const QString &, const QString &name, const QString &offered, OnFile onChosen) override
    {
        suggestion = name;
        filters = offered;
        onChosen(nextFile);
    }
    void chooseFolder(QWidget *, const QString &, const QString &start, OnFile onChosen) override
    {
        suggestion = start;
        onChosen(nextFile);
    }
    void openFiles(QWidget *, const QString &, const QString &offered, OnFiles onChosen) override
    {
        filters = offered;
        if (!nextFiles.isEmpty()) {
            onChosen(nextFiles);
        }
    }
    void openUrl(const QString &url) override { opened.append(url); }
    void showInFolder(const QString &path) override { shownInFolder.append(path); }
    void drag(QWidget *, std::unique_ptr<QMimeData> data, const QPixmap &) override { dragged = std::move(data); }
};

class FakeClientKey : public ClientKey
{
public:
    Result<QByteArray> key = QByteArrayLiteral("lw-0123456789abcdef");
    void fetch(QObject *context, OnKey onKey) override
    {
        QMetaObject::invokeMethod(
            context, [this, onKey = std::move(onKey)] { onKey(key); }, Qt::QueuedConnection);
    }
};

} // namespace lightwell::test
