// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why the gateway does not run, or lacks a client. Its room stands above the table, which cannot look up to it, so its
/// codes lie here. What a client sends wrongly is worded by its dialect.
namespace lightwell::reasons {

// Listening, at an address and a port.
inline constexpr ReasonCode<QString, qint64> notListening {"not_listening"};
inline constexpr ReasonCode<QString, qint64> portTaken {"port_taken"};
inline constexpr ReasonCode<QString, qint64> portReserved {"port_reserved"};
inline constexpr ReasonCode<QString, qint64> addressNotHere {"address_not_here"};
inline constexpr ReasonCode<> openWithoutKey {"open_without_key"};
inline constexpr ReasonCode<QString> originUnreadable {"origin_unreadable"};
inline constexpr ReasonCode<QString> hostUnreadable {"host_unreadable"};

// Encrypted connections: files, and why, or when.
inline constexpr ReasonCode<QString, QString> tlsFileUnreadable {"tls_file_unreadable"};
inline constexpr ReasonCode<QString> tlsKeyUnreadable {"tls_key_unreadable"};
inline constexpr ReasonCode<QString, QString> tlsKeyOfAnother {"tls_key_of_another"};
inline constexpr ReasonCode<QString, QString> tlsOutOfDate {"tls_out_of_date"};
inline constexpr ReasonCode<QString, QString> tlsNotKept {"tls_not_kept"};

// Its own key.
inline constexpr ReasonCode<> givenKeyUnsendable {"given_key_unsendable"};
inline constexpr ReasonCode<> givenKeyGuessable {"given_key_guessable"};
inline constexpr ReasonCode<QString, QString> gatewayKeyNotKept {"gateway_key_not_kept"};
inline constexpr ReasonCode<QString, qint64, qint64> gatewayKeyDamaged {"gateway_key_damaged"}; ///< bytes, and wanted

// Clients.
inline constexpr ReasonCode<> clientNameMissing {"client_name_missing"};
inline constexpr ReasonCode<> clientNameUnusable {"client_name_unusable"};
inline constexpr ReasonCode<QString> clientNameTaken {"client_name_taken"};
inline constexpr ReasonCode<QString> clientNameReserved {"client_name_reserved"};
inline constexpr ReasonCode<> clientKeyRevoked {"client_key_revoked"};
inline constexpr ReasonCode<QString> clientUnknown {"client_unknown"};
inline constexpr ReasonCode<> clientModelUnusable {"client_model_unusable"};
inline constexpr ReasonCode<qint64> clientModelsTooMany {"client_models_too_many"}; ///< how many there may be
inline constexpr ReasonCode<qint64> clientRateUnusable {"client_rate_unusable"}; ///< the most

// Keys that are managed. Fields are those of OpenRouter's API.
inline constexpr ReasonCode<> noSuchKey {"no_such_key"};
inline constexpr ReasonCode<QString> keyFieldUnknown {"key_field_unknown"};
inline constexpr ReasonCode<QString> keyFieldNotHere {"key_field_not_here"}; ///< what only OpenRouter has
inline constexpr ReasonCode<> keyLimitUnusable {"key_limit_unusable"};
inline constexpr ReasonCode<> keyResetUnusable {"key_reset_unusable"};
inline constexpr ReasonCode<> keyResetWithoutLimit {"key_reset_without_limit"};
inline constexpr ReasonCode<> keyEndUnusable {"key_end_unusable"};
inline constexpr ReasonCode<> keyEndOver {"key_end_over"};
inline constexpr ReasonCode<QString> keySwitchUnusable {"key_switch_unusable"}; ///< a field that is true or false
inline constexpr ReasonCode<> keyChangeEmpty {"key_change_empty"};

// What clients ask about themselves.
inline constexpr ReasonCode<qint64> pageLimitUnusable {"page_limit_unusable"}; ///< the most
inline constexpr ReasonCode<QString> pageTimeUnreadable {"page_time_unreadable"}; ///< the query's field
inline constexpr ReasonCode<QString, QStringList> pageWordUnknown {
    "page_word_unknown"}; ///< the field, and what there is
inline constexpr ReasonCode<> pageHasTwoEnds {"page_has_two_ends"};
inline constexpr ReasonCode<QString> jobNotBegun {"job_not_begun"}; ///< the request's id

inline constexpr ReasonCode<> pageOffsetUnusable {"page_offset_unusable"};

// Presets, each by its slug.
inline constexpr ReasonCode<QString> presetSlugUnusable {"preset_slug_unusable"};
inline constexpr ReasonCode<QString> presetSlugTaken {"preset_slug_taken"};
inline constexpr ReasonCode<> presetNameUnusable {"preset_name_unusable"};
inline constexpr ReasonCode<QString, QString> presetNamedTwice {"preset_named_twice"};
inline constexpr ReasonCode<QString, QStringList> presetUnknown {"preset_unknown"}; ///< and those there are
inline constexpr ReasonCode<QString> presetsMissing {"presets_missing"};
inline constexpr ReasonCode<QString, QList<Reason>> presetLeftOut {"preset_left_out"};
inline constexpr ReasonCode<QList<Reason>> presetsUnreadable {"presets_unreadable"};
inline constexpr ReasonCode<> presetNotForThis {"preset_not_for_this"};
inline constexpr ReasonCode<QString> presetWithoutModel {"preset_without_model"};
inline constexpr ReasonCode<QString, Reason> presetFieldFaulty {"preset_field_faulty"};

// Webhooks. A host is a text.
inline constexpr ReasonCode<> webhookUnreadable {"webhook_unreadable"};
inline constexpr ReasonCode<> webhookNamesUser {"webhook_names_user"};
inline constexpr ReasonCode<QString> webhookUnencrypted {"webhook_unencrypted"};
inline constexpr ReasonCode<QString> webhookIsPrivate {"webhook_is_private"};
inline constexpr ReasonCode<> webhookWithoutJob {"webhook_without_job"};
inline constexpr ReasonCode<> noWebhooksHere {"no_webhooks_here"};

// Calls.
inline constexpr ReasonCode<qint64> projectUnusable {"project_unusable"}; ///< characters at most
inline constexpr ReasonCode<QString> wishHeaderTwice {"wish_header_twice"}; ///< a header's name
inline constexpr ReasonCode<QString> wishHeaderEmpty {"wish_header_empty"}; ///< a header's name
inline constexpr ReasonCode<QString, QString> wishHeaderUnknown {"wish_header_unknown"}; ///< it, and those there are
/// A header, the one it belongs to, and the word that has to stand there.
inline constexpr ReasonCode<QString, QString, QString> wishHeadersBelongTogether {"wish_headers_belong_together"};
inline constexpr ReasonCode<QString> replayModeMissing {"replay_mode_missing"}; ///< the header that is to say it
inline constexpr ReasonCode<QString, QString> replayFieldUnknown {"replay_field_unknown"}; ///< a field and the header
inline constexpr ReasonCode<> pinnedNotRecorded {"pinned_not_recorded"};
inline constexpr ReasonCode<QString, qint64> cacheTimeUnusable {"cache_time_unusable"}; ///< a header; seconds at most
inline constexpr ReasonCode<> recordingNotFound {"recording_not_found"};
inline constexpr ReasonCode<qint64> recordingTooLong {"recording_too_long"}; ///< bytes at most
inline constexpr ReasonCode<QString> clientMayNotUse {"client_may_not_use"}; ///< a model
inline constexpr ReasonCode<> clientOnlyManages {"client_only_manages"}; ///< keys
inline constexpr ReasonCode<qint64> clientCallsTooOften {"client_calls_too_often"}; ///< in a minute, at most
inline constexpr ReasonCode<> recordingNotRemoved {"recording_not_removed"};
inline constexpr ReasonCode<> replayIsForPictures {"replay_is_for_pictures"};
inline constexpr ReasonCode<> noSuchReceipt {"no_such_receipt"}; ///< a generation of this client's that has ended
inline constexpr ReasonCode<> receiptWithoutId {"receipt_without_id"};
inline constexpr ReasonCode<> dayUnreadable {"day_unreadable"};
inline constexpr ReasonCode<> callOfAnotherRun {"call_of_another_run"};

} // namespace lightwell::reasons
