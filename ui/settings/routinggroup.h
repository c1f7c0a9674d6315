// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingrules.h"
#include "ui/widgets/settinggroup.h"

class QVBoxLayout;

namespace lightwell {

class Banner;
class Button;
class CheckedField;
class RoutingExample;
class RoutingFile;
class RoutingRuleCard;
struct Services;

/// The user's routing rules (routing.json): which offers are tried, and in which order. What is typed holds as soon as
/// its field is left; what somebody else writes into the file shows here.
class RoutingGroup : public SettingGroup
{
    Q_OBJECT
public:
    RoutingGroup(const Services &services, RoutingFile &file, QWidget *parent = nullptr);

private:
    void showRules();
    void showFaults();
    void rebuild();
    void addRule();
    void move(qsizetype index, int by);
    void remove(qsizetype index);
    void takeCards();
    void takeProviders();
    void write(const RoutingRules &rules);
    void focusOn(const QString &objectName);
    void beginAnew();
    [[nodiscard]] QList<RoutingRule> shownRules() const;

    const Services &m_services;
    RoutingFile &m_file;
    Banner *m_banner;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QList<RoutingRuleCard *> m_cards;
    Button *m_add;
    CheckedField *m_marks;
    CheckedField *m_atOnce;
    RoutingExample *m_example;
};

} // namespace lightwell
