// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

namespace lightwell {

/// The system's own dialogs, never blocking.
class NativeDialogs : public Dialogs
{
public:
    void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
                  OnFile onChosen) override;
    void chooseFolder(QWidget *parent, const QString &title, const QString &start, OnFile onChosen) override;
    void openFiles(QWidget *parent, const QString &title, const QString &filters, OnFiles onChosen) override;
    void openUrl(const QString &url) override;
    void showInFolder(const QString &path) override;
    void drag(QWidget *from, std::unique_ptr<QMimeData> data, const QPixmap &shown) override;

private:
    QString m_lastFolder; ///< that was saved to
    QString m_lastOpened; ///< that was opened from
};

} // namespace lightwell
