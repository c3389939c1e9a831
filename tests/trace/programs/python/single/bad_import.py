import report_builder

report_builder.build()
