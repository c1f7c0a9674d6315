// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "ui/widgets/settinggroup.h"

#include <QHash>

#include <functional>
#include <utility>

class QLineEdit;
class QSpinBox;

namespace lightwell {

enum class Setting;
class Switch;
class TextLabel;
struct Services;

/// The gateway's settings: where it listens, which names and web pages it takes, what its log of requests has, and what
/// it keeps. A running gateway follows at once.
class GatewayGroup : public SettingGroup
{
    Q_OBJECT
public:
    explicit GatewayGroup(const Services &services, QWidget *parent = nullptr);

private:
    /// Reads what was written into the value that is kept, or says what is wrong with it.
    using Read = std::function<Result<QVariant>(const QString &)>;
    struct Field
    {
        Setting setting;
        QString name;
        QString title;
        QString text;
        QString placeholder;
    };

    void addPort();
    void addAddress();
    void addLists();
    void addCertificate();
    void addLog();
    void addStoring();
    void addField(const Field &field, const Read &read);
    QLineEdit *addEdit(const Field &field, TextLabel *problem);
    /// Certificate and key belong together: both are kept once they do, whichever was written first.
    void takeCertificate(TextLabel *problem);
    void show(Setting setting); ///< what another page or program has set; not over what is being written
    [[nodiscard]] QString portProblem(quint16 port) const; ///< empty: it can be used
    [[nodiscard]] static TextLabel *problemLabel(const QString &name);
    [[nodiscard]] static QWidget *withProblem(QWidget *field, TextLabel *problem);
    void keep(const QList<std::pair<Setting, QVariant>> &values);
    const Services &m_services;
    QSpinBox *m_port = nullptr;
    Switch *m_logPrompts = nullptr;
    QSpinBox *m_logDays = nullptr;
    Switch *m_stores = nullptr;
    QHash<Setting, QLineEdit *> m_edits;
    int m_certificatesRead = 0; ///< the last one alone counts
};

} // namespace lightwell
