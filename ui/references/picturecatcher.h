// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/picturemime.h"

#include <QObject>

class QDropEvent;
class QPlainTextEdit;

namespace lightwell {

/// Takes pictures that are dropped onto some widgets, or pasted into text fields, which keep everything else.
class PictureCatcher : public QObject
{
    Q_OBJECT
public:
    explicit PictureCatcher(QObject *parent = nullptr);
    void setOthersOnly(bool others) { m_othersOnly = others; } ///< what is dragged out of this program is none
    void watch(QWidget *widget); ///< for drops
    void watch(QPlainTextEdit *field); ///< for drops and pastes
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const QList<lightwell::referencefiles::Source> &pictures);
    void pasted(const QList<lightwell::referencefiles::Source> &pictures);
    void hovered(bool over); ///< pictures are held over one of the widgets

private:
    [[nodiscard]] static picturemime::Beside beside(QObject *watched);
    [[nodiscard]] bool takes(const QDropEvent *event, QObject *watched) const;
    bool m_othersOnly = false;
};

} // namespace lightwell
