// Names that matplotlib has, so that one which these figures lack is refused in words and not called unknown.
// Source: dir() of pyplot, of a Figure, of Axes, and of what is drawn, matplotlib 3.6 and 3.10.

/** @param {string} text `=x` is get_x and set_x @param {...Set<string>} others */
const names = (text, ...others) =>
  new Set([
    ...text
      .split(/\s+/)
      .flatMap((name) => (name.startsWith('=') ? [`get_${name.slice(1)}`, `set_${name.slice(1)}`] : [name])),
    ...others.flatMap((other) => [...other]),
  ]);

/** What axes, figures and things drawn have in common. */
export const commonNames =
  names(`=alpha =animated =clip_box =clip_on =clip_path =facecolor =figure =gid =in_layout =label =path_effects =picker =rasterized =url
    =visible =zorder add_callback axes clear clipbox contains draw figure get_children lines patch pick remove remove_callback set
    sticky_edges texts update update_from zorder`);
/** Of axes. */
export const axesNames = names(
  `=adjustable =anchor =aspect =autoscale_on =autoscalex_on =autoscaley_on =axisbelow =box_aspect =fc =frame_on =position
    =subplotspec =title =xbound =xlabel =xlim =xscale =xticklabels =xticks =ybound =ylabel =ylim =yscale =yticklabels =yticks acorr
    add_artist add_child_axes add_collection add_container add_image add_line add_patch add_table angle_spectrum annotate apply_aspect
    arrow artists autoscale autoscale_view axhline axhspan axis axison axline axvline axvspan bar bar_label barbs barh boxplot
    broken_barh bxp can_zoom child_axes cla clabel cohere collections containers contains_point contour contourf csd dataLim
    draw_artist ecdf errorbar eventplot fill fill_between fill_betweenx format_coord format_xdata format_ydata get_data_ratio
    get_gridspec get_images get_legend get_legend_handles_labels get_lines get_shared_x_axes get_shared_y_axes get_xaxis
    get_xgridlines get_xmajorticklabels get_xminorticklabels get_xticklines get_yaxis get_ygridlines get_ymajorticklabels
    get_yminorticklabels get_yticklines grid has_data hexbin hist hist2d hlines images imshow in_axes indicate_inset
    indicate_inset_zoom inset_axes invert_xaxis invert_yaxis label_outer legend legend_ locator_params loglog magnitude_spectrum
    margins matshow minorticks_off minorticks_on name patches pcolor pcolorfast pcolormesh phase_spectrum pie plot plot_date
    plot_surface psd quiver quiverkey relim reset_position scatter secondary_xaxis secondary_yaxis semilogx semilogy set_axis_off
    set_axis_on set_prop_cycle set_xmargin set_ymargin sharex sharey specgram spines spy stackplot stairs stem step streamplot table
    tables text tick_params ticklabel_format title transAxes transData transLimits transScale tricontour tricontourf tripcolor triplot
    twinx twiny update_datalim use_sticky_edges viewLim violin violinplot vlines xaxis xaxis_date xaxis_inverted xcorr yaxis
    yaxis_date yaxis_inverted`,
  commonNames,
);
/** Of figures. */
export const figureNames = names(
  `=constrained_layout =constrained_layout_pads =dpi =edgecolor =figheight =figwidth =frameon =layout_engine =linewidth =size_inches
    =tight_layout add_artist add_axes add_gridspec add_subfigure add_subplot align_labels align_xlabels align_ylabels artists
    autofmt_xdate canvas clf colorbar delaxes dpi dpi_scale_trans draw_artist draw_without_rendering execute_constrained_layout
    figimage frameon gca get_axes images legend legends number patches savefig sca set_canvas show subfigs subfigures subplot_mosaic
    subplotpars subplots subplots_adjust suppressComposite suptitle supxlabel supylabel text tight_layout transFigure transSubfigure`,
  commonNames,
);
/** Of what is drawn. */
export const artistNames = names(
  `=aa =alignment =angle =anncoords =annotation_clip =antialiased =array =bad =c =capstyle =clim =cmap =color =dash_capstyle
    =dash_joinstyle =dashes =data =data_interval =default_handler_map =drawstyle =ds =ec =edgecolor =edgecolors =extent =facecolors
    =family =fc =fill =fillstyle =filternorm =filterrad =font =fontfamily =fontname =fontsize =fontstyle =fontvariant =fontweight
    =frame_on =gapcolor =ha =hatch =height =horizontalalignment =interpolation =inverted =joinstyle =label_position =label_text
    =linestyle =linestyles =linewidth =linewidths =ls =lw =major_formatter =major_locator =marker =markeredgecolor =markeredgewidth
    =markerfacecolor =markerfacecoloralt =markersize =markevery =math_fontfamily =mec =mew =mfc =mfcalt =minor_formatter
    =minor_locator =ms =name =offsets =over =parse_math =paths =pickradius =position =remove_overlapping_locs =resample =rotation
    =rotation_mode =size =sizes =solid_capstyle =solid_joinstyle =stretch =style =text =ticklabels =ticks =ticks_position =title
    =transOffset =under =urls =usetex =va =variant =verticalalignment =view_interval =weight =width =wrap =x =xdata =xy =y =ydata N
    OFFSETTEXTPAD add_label add_label_clabeltext add_label_near add_lines allkinds allsegs alpha angle anncoords antialiased
    arrow_patch arrowprops autoscale autoscale_None ax axis_date axis_name borderaxespad borderpad boundaries
    calc_label_rot_and_inline can_composite changed clabel cmap codes collections colorbar colorbar_cid colorbar_extend colors
    columnspacing contains_point contains_points converter copy cvalues dividers draggable drawStyleKeys drawStyles draw_all
    draw_frame drawedges extend extendfrac extendrect extent fill fillStyles filled filled_markers find_nearest_contour formatter
    get_center get_corners get_datalim get_extents get_frame get_gridlines get_label_width get_legend_handler get_legend_handler_map
    get_lines get_major_ticks get_majorticklabels get_majorticklines get_majorticklocs get_minor_ticks get_minorticklabels
    get_minorticklines get_minorticklocs get_minpos get_offset_text get_patches get_path get_prop_tup get_scale get_text_heights
    get_texts get_tick_padding get_tick_space get_ticklabel_extents get_ticklines get_ticklocs get_ticks_direction
    get_unitless_position get_verts get_xydata grid handleheight handlelength handletextpad hatches ind_offset isDefault_label
    isDefault_majfmt isDefault_majloc isDefault_minfmt isDefault_minloc is_dashed is_gray isaxes label labelCValues labelTexts
    label_position labelpad labels labelspacing layers legendHandles legendPatch legend_elements levels limit_range_for_scale
    lineStyles linestyles linewidths locate_label locator logscale major majorTicks make_image mappable markers markerscale minor
    minorTicks minorformatter minorlocator minorticks_off minorticks_on monochrome n_rasterize name nchunk negative_linestyles norm
    numpoints offsetText offset_text_position orientation origin outline parent pickradius pop_label print_label prop recache
    recache_always remove_overlapping_locs resampled reset_ticks reversed rotation_point scatterpoints set_antialiaseds
    set_backgroundcolor set_bounds set_default_intervals set_extremes set_fontstretch set_interpolation_stage set_label_coords
    set_label_props set_linespacing set_ma set_multialignment set_ncols set_norm set_tick_params shadow solids solids_patches spacing
    tcolors tick_bottom tick_top ticklocation tlinewidths to_rgba too_close update_default_handler_map update_normal update_positions
    update_scalarmappable update_ticks values vmax vmin with_extremes write_png xy xyann xycoords zmax zmin`,
  commonNames,
);
/** Of pyplot. */
export const pyplotNames =
  names(`=cmap acorr angle_spectrum annotate arrow autoscale autumn axes axhline axhspan axis axline axvline axvspan bar bar_label barbs
    barh bone box boxplot broken_barh cla clabel clf clim close cohere colorbar colormaps connect contour contourf cool copper csd
    cycler delaxes disconnect draw draw_all ecdf errorbar eventplot figaspect figimage figlegend fignum_exists figtext figure fill
    fill_between fill_betweenx flag gca gcf gci get get_backend get_figlabels get_fignums get_scale_names getp gray grid grouped_bar
    hexbin hist hist2d hlines hot hsv imread imsave imshow inferno interactive ioff ion isinteractive jet legend locator_params loglog
    magma magnitude_spectrum margins matshow minorticks_off minorticks_on nipy_spectral pause pcolor pcolormesh phase_spectrum pie
    pink plasma plot plot_date polar prism psd quiver quiverkey rc rcParams rc_context rcdefaults register_cmap rgrids savefig sca
    scatter sci semilogx semilogy setp show specgram spring spy stackplot stairs stem step streamplot subplot subplot2grid
    subplot_mosaic subplot_tool subplots subplots_adjust summer suptitle switch_backend table text thetagrids tick_params
    ticklabel_format tight_layout title tricontour tricontourf tripcolor triplot twinx twiny violinplot viridis vlines winter xcorr
    xkcd xlabel xlim xscale xticks ylabel ylim yscale yticks`);
