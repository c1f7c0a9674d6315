// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/compare/modelchoice.h"

#include <QPointer>
#include <QWidget>

namespace lightwell {

class Button;
class FlowLayout;
class FormPlans;
class ModelChip;
class ModelPicker;

/// The chosen models as chips, and the way to more.
class ModelsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ModelsPanel(QWidget *parent = nullptr);
    [[nodiscard]] QStringList models() const { return m_models; }
    void setModels(const QStringList &models);
    void setChoices(const QList<ModelChoice> &choices);
    void setProviderNames(const Names::NameOf &names) { m_providerName = names; } ///< for what is said of a model
    void showPlans(const FormPlans &plans);
    [[nodiscard]] QString problemOf(const QString &model) const; ///< in full; empty: there is none
    [[nodiscard]] QString whyOf(const QString &model) const;
    [[nodiscard]] QString leftOutOf(const QString &model) const; ///< what was asked and its picture is made without
    void openPicker();
    /// The control before this panel in the order of Tab; the chips follow it.
    void setTabAfter(QWidget *before);

Q_SIGNALS:
    void edited();
    void choicesWanted(); ///< the picker is about to open
    void tooMany(); ///< one more was wished than fit side by side

private:
    void rebuild();
    void toggle(const QString &model);
    [[nodiscard]] QString nameOf(const QString &model) const;
    QPointer<QWidget> m_before;
    const FormPlans *m_plans = nullptr;
    QStringList m_models;
    QList<ModelChoice> m_choices;
    Names::NameOf m_providerName;
    QHash<QString, ModelChip *> m_chips;
    QWidget *m_row;
    FlowLayout *m_flow;
    Button *m_add;
    ModelPicker *m_picker;
};

} // namespace lightwell
