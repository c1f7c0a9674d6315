// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pictureinputs.h"

#include "core/wording/wording.h"
#include "ui/compare/formpane.h"
#include "ui/compare/formplans.h"
#include "ui/compare/maskusage.h"
#include "ui/compare/modelspanel.h"
#include "ui/compare/picturefiles.h"
#include "ui/mask/canvassizes.h"
#include "ui/mask/maskpage.h"
#include "ui/references/referencespanel.h"
#include "ui/widgets/icons.h"

#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

PictureInputs::PictureInputs(FormPane &form, MaskPage &mask, FormPlans &plans, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_mask(mask)
    , m_plans(plans)
{
    connect(form.references(), &ReferencesPanel::say, this, &PictureInputs::say);
    connect(form.references(), &ReferencesPanel::maskWanted, this, [this](const QString &id) {
        Q_EMIT maskOpened();
        showMaskUsage();
        m_mask.open(id);
    });
    connect(&mask, &MaskPage::closed, this, &PictureInputs::maskClosed);
    connect(&mask, &MaskPage::hindranceChanged, this, [this] {
        m_form.setHindrance(m_mask.hindrance());
        showCanvasNote();
    });
    connect(&mask, &MaskPage::canvasChanging, this, &PictureInputs::showCanvasNote);
    connect(&mask, &MaskPage::failed, this,
            [this](const Error &error) { Q_EMIT say(Meaning::Bad, wording::sentence(error)); });
    connect(&plans, &FormPlans::changed, this, [this] {
        if (!m_mask.picture().isEmpty()) {
            showMaskUsage();
        }
    });
    mask.setSnap([this](const QMargins &growth, Qt::Edges edges, double near) { return snap(growth, edges, near); });
}

ReferenceList &PictureInputs::list() const
{
    return m_form.references()->list();
}

void PictureInputs::showMaskUsage()
{
    const ModelsPanel *models = m_form.models();
    m_mask.showModels(maskUsage(
        m_plans, [models](const QString &model) { return models->nameOf(model); },
        [models](const QString &model) { return models->problemOf(model); }));
    showCanvasNote();
}

void PictureInputs::showCanvasNote()
{
    const QSize canvas = m_mask.canvas();
    m_mask.setCanvasNote(canvas.isEmpty() ? QString() : canvasNote(makers(), canvas));
}

QList<CanvasMaker> PictureInputs::makers() const
{
    QList<CanvasMaker> all;
    const QStringList models = m_plans.sent().models;
    for (const QString &model : models) {
        if (const FormPlans::Entry *known = m_plans.find(model); known && known->plan) {
            all.append({m_form.models()->nameOf(model), known->plan->offer.sizes});
        }
    }
    return all;
}

QMargins PictureInputs::snap(const QMargins &growth, Qt::Edges edges, double near) const
{
    QList<SizeRule> rules;
    const QList<CanvasMaker> asked = makers();
    for (const CanvasMaker &maker : asked) {
        rules.append(maker.sizes);
    }
    const qsizetype place = list().placeOf(m_mask.picture());
    return place < 0 ? growth : snapped(growth, edges, near, list().all().at(place).size, canvasSizes(rules));
}

void PictureInputs::addAction(QMenu *menu, const CompareCell &made)
{
    menu->addSeparator();
    QAction *use = menu->addAction(themedIcon(Icon::Reference), tr("Use as &reference"));
    use->setObjectName(u"cellMenu.reference"_s);
    connect(use, &QAction::triggered, this, [this, generation = *made.outcome, picture = *made.picture()] {
        add(picture, picturefiles::suggestedName(generation, picture));
    });
}

void PictureInputs::add(const Picture &picture, const QString &name)
{
    referencefiles::Source source;
    source.path = picture.path;
    source.bytes = picture.content;
    source.name = name;
    Q_EMIT added();
    list().add(source);
}

void PictureInputs::add(const QString &file)
{
    referencefiles::Source source;
    source.path = file;
    Q_EMIT added();
    list().add(source);
}

} // namespace lightwell
