// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/tuning.h"

#include <QObject>

class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace lightwell {

class ChoiceBox;
class TextLabel;

/// The parameters that many vendors share, a row each. A row is there only where a chosen model has the parameter, or
/// where it is set: what is asked is never hidden. The first choice of each leaves it to the model.
class TuningControls : public QObject
{
    Q_OBJECT
public:
    explicit TuningControls(QGridLayout *grid, QObject *parent = nullptr); ///< the rows come below those of `grid`
    /// Of the chosen models. What is about a picture that goes in is there only where one does.
    void setOffers(const QList<Offer> &offers, bool withPictures);
    void set(const Tuning &tuning);
    [[nodiscard]] Tuning tuning() const; ///< without what cannot be meant
    [[nodiscard]] QString problem() const; ///< what cannot be meant, and how it should be; empty: all can
    [[nodiscard]] int countSet() const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QString name; ///< of Tuning
        TextLabel *label = nullptr;
        QWidget *control = nullptr;
    };
    void addRow(QGridLayout *grid, const QString &name, const QString &title, QWidget *control, const QString &tip);
    void offerRanges();
    void offerWords();
    void showRows();
    [[nodiscard]] bool isSet(const QString &name) const;
    [[nodiscard]] QJsonValue value(const QString &name) const; ///< undefined: as usual
    QList<Offer> m_offers;
    bool m_withPictures = false;
    QList<Row> m_rows;
    QSpinBox *m_steps;
    QDoubleSpinBox *m_guidance;
    ChoiceBox *m_moderation;
    ChoiceBox *m_enhancement;
    QDoubleSpinBox *m_strength;
    ChoiceBox *m_fidelity;
    QLineEdit *m_scheduler;
    QLineEdit *m_loras;
};

} // namespace lightwell
