// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/compare/canvasnote.h"
#include "ui/compare/comparerun.h"
#include "ui/widgets/sign.h"

#include <QMargins>
#include <QObject>

class QMenu;

namespace lightwell {

class FormPane;
class FormPlans;
class MaskPage;
class ReferenceList;

/// Joins the pictures that go in with the rest of the Compare page: the form they stand in, the page on which a mask is
/// painted, and the plans, which know what the models make of both.
class PictureInputs : public QObject
{
    Q_OBJECT
public:
    PictureInputs(FormPane &form, MaskPage &mask, FormPlans &plans, QObject *parent = nullptr);
    void add(const Picture &picture, const QString &name);
    void add(const QString &file);
    void addAction(QMenu *menu, const CompareCell &made); ///< "Use as reference", of a picture that was made

Q_SIGNALS:
    void maskOpened();
    void maskClosed();
    void added(); ///< a picture is on its way into the form
    void say(lightwell::Meaning meaning, const QString &text);

private:
    [[nodiscard]] ReferenceList &list() const;
    void showMaskUsage();
    void showCanvasNote();
    [[nodiscard]] QList<CanvasMaker> makers() const; ///< the models that are asked
    [[nodiscard]] QMargins snap(const QMargins &growth, Qt::Edges edges, double near) const;
    FormPane &m_form;
    MaskPage &m_mask;
    FormPlans &m_plans;
};

} // namespace lightwell
