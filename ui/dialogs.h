// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace lightwell {

/// Questions to the person that open a window of the system. Replaceable in tests. An empty answer: never mind.
class Dialogs
{
public:
    using OnFile = std::function<void(const QString &path)>;
    virtual ~Dialogs() = default;
    /// `filters` as in QFileDialog: "PNG (*.png);;WebP (*.webp)".
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filters,
                          OnFile onChosen) = 0;
    virtual void openUrl(const QString &url) = 0;
    virtual void showInFolder(const QString &path) = 0;
};

} // namespace lightwell
