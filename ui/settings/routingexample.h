// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/routing/route.h"

#include <QWidget>

namespace lightwell {

class CheckedField;
class TextLabel;
struct Services;

/// What the rules would choose just now for a model and a size that the person names.
class RoutingExample : public QWidget
{
    Q_OBJECT
public:
    explicit RoutingExample(const Services &services, QWidget *parent = nullptr);
    void ask(); ///< the rules or the keys are others

private:
    void tell(const Result<Route> &route);
    [[nodiscard]] QString busiestModel() const;

    const Services &m_services;
    CheckedField *m_model;
    CheckedField *m_size;
    TextLabel *m_answer;
    int m_round = 0;
};

} // namespace lightwell
