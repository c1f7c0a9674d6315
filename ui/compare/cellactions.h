// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "ui/widgets/sign.h"

#include <QObject>

#include <memory>

class QImage;
class QMimeData;
class QWidget;

namespace lightwell {

class Dialogs;

/// What can be done with a finished picture. Tells how it went through `say`.
class CellActions : public QObject
{
    Q_OBJECT
public:
    explicit CellActions(Dialogs &dialogs, QObject *parent = nullptr);
    void saveAs(QWidget *from, const Generation &generation, const Picture &picture);
    /// What a drag carries: the file for file managers (where there is one), the pixels for editors.
    [[nodiscard]] static std::unique_ptr<QMimeData> mimeData(const Picture &picture, const QImage &image);
    void copy(const Picture &picture);
    void showInFolder(const Picture &picture);
    void open(const Picture &picture);
    /// Starts a drag with the file and the pixels; returns when it was dropped.
    void drag(QWidget *from, const Picture &picture, const QImage &image);

Q_SIGNALS:
    void say(lightwell::Meaning meaning, const QString &text);

private:
    void write(const Picture &picture, const QString &path, int quality);
    [[nodiscard]] bool hasFile(const Picture &picture); ///< says so if not
    Dialogs &m_dialogs;
    std::optional<int> m_quality; ///< as it was last chosen for saving
};

} // namespace lightwell
