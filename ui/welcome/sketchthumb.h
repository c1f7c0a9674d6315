// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QImage>
#include <QWidget>

namespace lightwell {

/// A small picture of what a built-in model makes of some words. Painted on the thread pool, when it is wished; until
/// then, and where nobody paints, its place is there.
class SketchThumb : public QWidget
{
    Q_OBJECT
public:
    SketchThumb(QString model, QString prompt, QWidget *parent = nullptr);
    void paintWith(const Sketcher &sketcher); ///< once
    [[nodiscard]] bool isPainted() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_model;
    const QString m_prompt;
    QImage m_picture;
};

} // namespace lightwell
