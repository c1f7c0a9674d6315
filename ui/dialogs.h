// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QMimeData;
class QPixmap;
class QWidget;

namespace lightwell {

/// What is the system's: its windows with questions to the person, and drags. Replaceable in tests. An empty answer:
/// never mind.
class Dialogs
{
public:
    using OnFile = std::function<void(const QString &path)>;
    using OnFiles = std::function<void(const QStringList &paths)>;
    virtual ~Dialogs() = default;
    /// `filters` as in QFileDialog: "PNG (*.png);;WebP (*.webp)".
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
                          OnFile onChosen) = 0;
    /// `start` is shown first, whether it is there or not.
    virtual void chooseFolder(QWidget *parent, const QString &title, const QString &start, OnFile onChosen) = 0;
    /// One or more files that are there.
    virtual void openFiles(QWidget *parent, const QString &title, const QString &filters, OnFiles onChosen) = 0;
    virtual void openUrl(const QString &url) = 0;
    virtual void showInFolder(const QString &path) = 0;
    /// Hands `data` to wherever the person lets go of it, if the button is still held.
    virtual void drag(QWidget *from, std::unique_ptr<QMimeData> data, const QPixmap &shown) = 0;
};

} // namespace lightwell
